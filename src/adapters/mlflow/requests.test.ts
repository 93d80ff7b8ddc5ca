import { describe, expect, it } from 'vitest'
import { encodeComment, encodeRequest } from '@/adapters/annotations'
import { overAnswers, refusal } from './fakeServer'

const id = '01J00000000000000000000001'
const other = '01J00000000000000000000002'
const ana = { name: 'ana', kind: 'authenticated' } as const
const request = (of: string, status: 'requested' | 'rejected', at: number) => encodeRequest({ id: of, status, requester: ana, at, reason: 'x', decidedBy: null, change: null })
const pending = (name: string) => ({ name, tags: [{ key: 'modeldeck.pending', value: 'yes' }] })
const row = (name: string, version: string, ...tags: readonly { key: string; value: string }[]) => ({ name, version, tags: [{ key: 'modeldeck.changed', value: 'x' }, ...tags] })

describe('open requests across models', () => {
  it('are found by the models’ mark and one search of their versions, newest first', async () => {
    const approval = encodeComment({ id: other, request: id, author: { name: 'ben', kind: 'authenticated' }, at: 9, text: 'ok', decides: 'approved' })
    const { source, asked } = overAnswers(({ path }) =>
      path.endsWith('/registered-models/search')
        ? { registered_models: [pending('m'), pending("o'n"), { name: 'matched by mistake' }] }
        : { model_versions: [row('m', '2', request(id, 'requested', 5), approval), row("o'n", '7', request(other, 'requested', 8), request('01J00000000000000000000003', 'rejected', 9))] },
    )
    const { items, unreadable } = await source.listOpenRequests()
    expect(items).toMatchObject([
      { id: other, status: 'requested', model: { source: 'reg', name: "o'n" }, version: '7' },
      { id, status: 'approved', decidedBy: { name: 'ben', reason: 'ok' }, model: { name: 'm' }, version: '2' },
    ])
    expect(unreadable).toEqual([])
    expect(asked.map(({ query }) => query.get('filter'))).toEqual([
      "tags.`modeldeck.pending` = 'yes'",
      "name IN ('m','o\\'n') AND tags.`modeldeck.changed` LIKE '%'",
    ])
  })

  it('cost one call where there are none', async () => {
    const { source, asked } = overAnswers(() => ({ registered_models: [] }))
    expect(await source.listOpenRequests()).toEqual({ items: [], unreadable: [] })
    expect(asked).toHaveLength(1)
  })

  it('are asked model by model of a server that knows no list of names', async () => {
    const { source, asked } = overAnswers(({ path, query }) => {
      if (path.endsWith('/registered-models/search')) return { registered_models: [pending('m'), pending('n')] }
      const filter = query.get('filter') ?? ''
      if (filter.includes('IN (')) return refusal(400, 'INVALID_PARAMETER_VALUE')
      return { model_versions: filter.startsWith("name='m'") ? [row('m', '2', request(id, 'requested', 5))] : [] }
    })
    expect((await source.listOpenRequests()).items.map(({ version }) => version)).toEqual(['2'])
    expect(asked).toHaveLength(4)
  })

  it('that cannot be read are named, and hide no other', async () => {
    const { source } = overAnswers(({ path }) =>
      path.endsWith('/registered-models/search')
        ? { registered_models: [pending('m')] }
        : { model_versions: [row('m', '2', request(id, 'requested', 5), { key: `modeldeck.request.${other}`, value: '{' })] },
    )
    const { items, unreadable } = await source.listOpenRequests()
    expect(items).toHaveLength(1)
    expect(unreadable).toMatchObject([{ model: { name: 'm' }, version: '2', problem: { field: `modeldeck.request.${other}` } }])
  })
})

it('a page of all requests keeps the closed ones and names the next', async () => {
  const { source, asked } = overAnswers(() => ({ model_versions: [row('m', '2', request(id, 'rejected', 5))], next_page_token: 'more' }))
  expect(await source.listRecentRequests({ pageSize: 50, pageToken: null })).toMatchObject({ items: [{ status: 'rejected' }], nextPageToken: 'more' })
  expect(asked[0]?.query.get('max_results')).toBe('50')
})

it('of one model are read in one search; those of a name that only looks alike are not its own', async () => {
  const { source, asked } = overAnswers(() => ({ model_versions: [row('m', '2', request(id, 'requested', 5)), row('M', '3', request(other, 'requested', 5))] }))
  expect((await source.listRequests('m')).items.map(({ version }) => version)).toEqual(['2'])
  expect(asked).toHaveLength(1)
})
