import { QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { createMlflow } from '@/adapters/mlflow/index'
import type { ChangesPage, RecordedChange, RegistrySource } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { recentChangesQuery, type RecentChanges } from './changes'
import { createQueryClient } from './client'

const change = (id: string, at: number): RecordedChange => ({
  id, at, model: { source: 'r', name: 'm' }, version: '1', action: 'promote', status: 'done', actor: 'a', actorKind: 'authenticated', reason: '', from: null, to: '1', checks: [], overrides: [],
})
const page = (items: readonly RecordedChange[], nextPageToken: string | null): ChangesPage => ({ items, nextPageToken, versions: 2, unreadable: [] })
const pages: Readonly<Record<string, ChangesPage>> = {
  first: page([change('a', 10)], 'second'),
  second: page([change('b', 30), change('a', 10)], 'third'),
  third: page([change('c', 20)], null),
}

/** A registry whose pages come when the test says so. */
function registryOf(answer: (token: string) => Promise<ChangesPage>): RegistrySource {
  const options = { id: 'r', baseUrl: 'http://r', aliasNames: { production: 'champion', candidate: 'challenger' }, readOnly: true, clock: { now: () => 0 } }
  return { ...createMlflow(options), listRecentChanges: ({ pageToken }) => answer(pageToken ?? 'first') }
}

function watch(registry: RegistrySource, mostPages: number) {
  const client = createQueryClient()
  const query = recentChangesQuery(registry, mostPages)
  const seen: string[] = []
  const observer = new QueryObserver(client, query)
  observer.subscribe(({ data, isFetching, error }) => {
    const now = `${said(data)}${isFetching ? ' …' : ''}${error ? ' !' : ''}`
    if (seen.at(-1) !== now) seen.push(now)
  })
  return { client, query, observer, seen }
}

function said(data: RecentChanges | undefined): string {
  return data === undefined ? 'nothing' : `${data.changes.map(({ id }) => id).join('')} of ${data.versions}${data.complete ? '' : '+'}`
}

const settled = () => new Promise((resolve) => setTimeout(resolve, 20))

it('shows what has come before the rest has, in the order of time, each decision once', async () => {
  const { seen } = watch(registryOf(async (token) => (await settled(), pages[token] ?? page([], null))), 10)
  await expect.poll(() => seen.at(-1)).toBe('bca of 6')
  expect(seen).toEqual(['nothing …', 'a of 2+ …', 'ba of 4+ …', 'bca of 6 …', 'bca of 6'])
})

it('reads no further than it may, and says that there is more', async () => {
  const { seen } = watch(registryOf(async (token) => pages[token] ?? page([], null)), 2)
  await expect.poll(() => seen.at(-1)).toBe('ba of 4+')
})

it('keeps what has come when it is stopped', async () => {
  const { client, query, seen } = watch(registryOf((token) => (token === 'first' ? Promise.resolve(pages['first'] ?? page([], null)) : new Promise(() => undefined))), 10)
  await expect.poll(() => seen.at(-1)).toBe('a of 2+ …')
  await client.cancelQueries({ queryKey: query.queryKey })
  expect(seen.at(-1)).toBe('a of 2+')
})

it('keeps what has come when a page fails, and begins anew when asked again', async () => {
  let broken = true
  const failure = new SourceError({ source: 'r', kind: 'denied', message: 'no', advice: '' })
  const { observer, seen } = watch(registryOf(async (token) => {
    if (broken && token === 'second') throw failure
    return pages[token] ?? page([], null)
  }), 10)
  await expect.poll(() => seen.at(-1)).toBe('a of 2+ !')
  broken = false
  await observer.refetch()
  expect(seen.at(-1)).toBe('bca of 6')
})

it('shows the old until all of the new is there', async () => {
  const { observer, seen } = watch(registryOf(async (token) => (await settled(), pages[token] ?? page([], null))), 10)
  await expect.poll(() => seen.at(-1)).toBe('bca of 6')
  seen.length = 0
  await observer.refetch()
  expect(seen).toEqual(['bca of 6 …', 'bca of 6'])
})
