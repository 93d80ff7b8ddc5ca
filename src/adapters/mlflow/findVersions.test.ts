import { describe, expect, it } from 'vitest'
import { aModel } from '@/domain/testData'
import { overAnswers, refusal } from './fakeServer'
import type { Asked } from './fakeServer'
import { groupWanted } from './findVersions'

const search = '/api/2.0/mlflow/model-versions/search'

/** Answers like a registry in which every model has versions 1 to `last`. */
function registry(last: number) {
  return ({ path, query }: Asked) => {
    if (path.endsWith('/model-versions/get')) {
      const version = query.get('version') ?? ''
      if (Number(version) > last) return refusal(404, 'RESOURCE_DOES_NOT_EXIST')
      return { model_version: { name: query.get('name'), version } }
    }
    if (path !== search) return undefined
    const filter = query.get('filter') ?? ''
    const names = [...filter.matchAll(/'([^']*)'/g)].map(([, name]) => name)
    const from = Number(/>= (\d+)/.exec(filter)?.[1])
    const to = Math.min(last, Number(/<= (\d+)/.exec(filter)?.[1]))
    const numbers = Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => String(from + i))
    return { model_versions: names.flatMap((name) => numbers.map((version) => ({ name, version }))) }
  }
}

function models(champions: readonly string[]) {
  return champions.map((version, i) =>
    aModel({ ref: { source: 'reg', name: `m${i}` }, aliases: { champion: version } }),
  )
}

describe('champions of many rows', () => {
  const near = Array.from({ length: 24 }, (_, i) => String(3 + (i % 8)))
  const far = Array.from({ length: 24 }, (_, i) => String(1 + i * 1000))
  const mixed = [...near, '40', '41', '9000']

  it.each([
    ['24 with near numbers', near, 10, 1],
    ['24 a thousand apart', far, 30_000, 24],
    ['near ones with a few far', mixed, 10_000, 3],
    ['one', ['5'], 9, 1],
    ['none', [], 9, 0],
  ])('%s: each found, in few calls', async (_, versions, last, calls) => {
    const { source, asked } = overAnswers(registry(last))
    const champions = await source.getChampions(models(versions))
    expect(Object.fromEntries([...champions].map(([name, { ref }]) => [name, ref.version]))).toEqual(
      Object.fromEntries(versions.map((version, i) => [`m${i}`, version])),
    )
    expect(asked).toHaveLength(calls)
  })

  it('never ask more often than there are models, where comparisons are refused', async () => {
    const old = registry(50)
    const { source, asked } = overAnswers((request) =>
      request.path === search ? refusal(400, 'INVALID_PARAMETER_VALUE') : old(request),
    )
    expect((await source.getChampions(models(near))).size).toBe(24)
    expect(asked.filter(({ path }) => path !== search)).toHaveLength(24)
  })

  it('leave out an alias whose version is gone', async () => {
    const { source } = overAnswers(registry(3))
    expect([...(await source.getChampions(models(['2', '99', '1']))).keys()]).toEqual(['m2', 'm0'])
  })

  it('fail when the server does', async () => {
    const { source } = overAnswers(() => refusal(500, 'INTERNAL_ERROR'))
    await expect(source.getChampions(models(near))).rejects.toMatchObject({ kind: 'server', code: 'INTERNAL_ERROR' })
  })
})

describe('groups', () => {
  it('keep the rows of a search and the length of an address in bounds', () => {
    const wanted = Array.from({ length: 3000 }, (_, i) => ({ name: `${i} ${'🧨'.repeat(90)}`, version: `${i % 37}` }))
    const groups = groupWanted(wanted)
    expect(groups.flat()).toHaveLength(3000)
    for (const group of groups) {
      const numbers = group.map(({ version }) => Number(version))
      expect(group.length * (Math.max(...numbers) - Math.min(...numbers) + 1)).toBeLessThanOrEqual(400)
      expect(encodeURIComponent(group.map(({ name }) => name).join(',')).length).toBeLessThanOrEqual(6000)
    }
  })

  it('leave versions that are no numbers alone', () => {
    const wanted = ['b', '2', 'a', '1'].map((version) => ({ name: 'm', version }))
    const groups = groupWanted(wanted).map((group) => group.map(({ version }) => version))
    expect(groups.flat().toSorted()).toEqual(['1', '2', 'a', 'b'])
    for (const group of groups.filter((one) => one.length > 1)) expect(group.some((version) => /\D/.test(version))).toBe(false)
  })
})
