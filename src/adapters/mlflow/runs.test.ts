import { describe, expect, it } from 'vitest'
import { overAnswers, refusal } from './fakeServer'
import type { Asked } from './fakeServer'
import loggedModel from './recorded/loggedModel.json'

interface World {
  experiments: string[]
  /** run → experiment */
  runs: Record<string, string>
}

function serve(world: World) {
  return ({ path, query, body }: Asked) => {
    if (path.endsWith('/experiments/search')) {
      // Pages of two, as large servers need them.
      const from = Number(query.get('page_token') ?? 0)
      const experiments = world.experiments.slice(from, from + 2).map((experiment_id) => ({ experiment_id }))
      return from + 2 < world.experiments.length ? { experiments, next_page_token: String(from + 2) } : { experiments }
    }
    if (path.endsWith('/runs/get')) {
      const id = query.get('run_id') ?? ''
      if (id === 'secret') return new Response('Permission denied', { status: 403 })
      return id in world.runs ? { run: { info: { run_id: id } } } : refusal(404, 'RESOURCE_DOES_NOT_EXIST')
    }
    if (!path.endsWith('/runs/search')) return undefined
    const text = JSON.stringify(body)
    const found = Object.entries(world.runs).filter(
      ([id, experiment]) => text.includes(`'${id}'`) && text.includes(`"${experiment}"`),
    )
    return found.length === 0 ? {} : { runs: found.map(([run_id]) => ({ info: { run_id } })) }
  }
}

const count = (asked: readonly Asked[], path: string) => asked.filter((one) => one.path.endsWith(path)).length

describe('runs', () => {
  it('come in batches; the experiments, all pages of them, are read once', async () => {
    const ids = Array.from({ length: 250 }, (_, i) => `r${i}`)
    const world = { experiments: ['0', '1', '2', '3', '4'], runs: Object.fromEntries(ids.map((id) => [id, '4'])) }
    const { source, asked } = overAnswers(serve(world))
    expect((await source.getRuns(ids)).size).toBe(250)
    await source.getRuns(['r1'])
    expect(count(asked, '/experiments/search')).toBe(3)
    expect(count(asked, '/runs/search')).toBe(4)
    expect(count(asked, '/runs/get')).toBe(0)
  })

  it('of a newer experiment are found, and the experiments read again', async () => {
    const world: World = { experiments: ['0'], runs: { a: '0' } }
    const { source, asked } = overAnswers(serve(world))
    await source.getRuns(['a'])
    world.experiments.push('1')
    world.runs['b'] = '1'
    world.runs['c'] = '1'
    expect([...(await source.getRuns(['a', 'b'])).keys()]).toEqual(['a', 'b'])
    await source.getRuns(['c'])
    expect(count(asked, '/runs/get')).toBe(1)
    expect(count(asked, '/experiments/search')).toBe(2)
  })

  it('that are gone are absent, and asked for once', async () => {
    const { source, asked } = overAnswers(serve({ experiments: ['0'], runs: { a: '0' } }))
    expect([...(await source.getRuns(['a', 'purged'])).keys()]).toEqual(['a'])
    await source.getRuns(['purged'])
    expect(count(asked, '/runs/get')).toBe(1)
  })

  it('that may not be read say so and leave the others alone', async () => {
    const { source } = overAnswers(serve({ experiments: ['0'], runs: { a: '0' } }))
    const runs = await source.getRuns(['a', 'secret'])
    expect(runs.get('a')?.problems).toEqual([])
    expect(runs.get('secret')).toMatchObject({ metrics: [], problems: [{ field: 'run_id' }] })
  })

  it('a failed read of the experiments is not kept', async () => {
    let broken = true
    const answer = serve({ experiments: ['0'], runs: { a: '0' } })
    const { source } = overAnswers((one) => (broken ? refusal(500, 'INTERNAL_ERROR') : answer(one)))
    await expect(source.getRuns(['a'])).rejects.toMatchObject({ kind: 'server' })
    broken = false
    expect((await source.getRuns(['a'])).size).toBe(1)
  })

  it('without metrics take those of their logged model; a logged model can be asked for itself', async () => {
    const id = loggedModel.model.info.model_id
    const { source } = overAnswers(({ path }) => {
      if (path.endsWith('/experiments/search')) return { experiments: [{ experiment_id: '0' }] }
      if (path.endsWith(`/logged-models/${id}`)) return loggedModel
      if (!path.endsWith('/runs/search')) return undefined
      return { runs: [{ info: { run_id: 'a' }, data: {}, outputs: { model_outputs: [{ model_id: id }] } }] }
    })
    const runs = await source.getRuns(['a', id])
    expect(runs.get('a')).toMatchObject({ id: 'a', params: { C: '1.0' }, quality: { f1: { rawName: 'test_f1' } } })
    expect(runs.get(id)).toMatchObject({ id, quality: { f1: { rawName: 'test_f1' } } })
  })
})

describe('a metric’s history', () => {
  it('is read to its last page, in the largest pages', async () => {
    const { source, asked } = overAnswers(({ query }) => {
      const page = Number(query.get('page_token') ?? 0)
      const metrics = [{ key: 'loss', value: page, step: 2 - page, timestamp: 1 }]
      return page < 2 ? { metrics, next_page_token: String(page + 1) } : { metrics }
    })
    expect((await source.getMetricHistory('r', 'loss')).map(({ value }) => value)).toEqual([2, 1, 0])
    expect(asked.map(({ query }) => query.get('max_results'))).toEqual(['25000', '25000', '25000'])
  })

  it('ends when a server repeats its token', async () => {
    const { source, asked } = overAnswers(() => ({ metrics: [], next_page_token: 'again' }))
    await source.getMetricHistory('r', 'loss')
    expect(asked).toHaveLength(2)
  })
})
