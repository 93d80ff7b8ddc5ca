import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everyQuery } from '@/adapters/prometheus/everyQuery'
import { modeldeck } from '@/adapters/prometheus/presets/modeldeck'
import { coreSignals } from '@/domain/signal'
import type { MetricStore } from '@/demo/world/metricStore'
import { createWorld } from '@/demo/world/world'
import { askOurs, askReal, differences, type Question } from './promqlParity'
import { startRealPrometheus, type RealPrometheus } from './realPrometheus'

const minute = 60_000
const now = Date.parse('2026-03-10T12:00:00Z')
const end = now - 20_000
const start = end - 40 * minute

const queries = [5, 20].flatMap((minutes) =>
  everyQuery(modeldeck, { models: ['claim-fraud', 'freight-price'], windowMs: minutes * minute }).map(({ name, text }) => ({ name: `${name}, ${minutes} min`, text })),
)

let store: MetricStore
let real: RealPrometheus

beforeAll(async () => {
  store = createWorld({ seed: 'modeldeck', now, startedAt: 0, realNow: () => 0 }).metrics
  real = await startRealPrometheus(store.select([{ name: '__name__', op: '!=', value: '' }], start - 65 * minute, now))
})
afterAll(() => real.stop())

async function compare(question: Question): Promise<string[]> {
  return differences(askOurs(store, question), await askReal(real.url, question)).slice(0, 3)
}

describe('every query that the app sends, on the samples of the demo world', () => {
  it.each(queries)('$name', async ({ text: query }) => {
    const questions: Question[] = [
      { query, time: end },
      { query, time: start },
      { query, start, end, stepMs: 2 * minute },
      { query, start: start + 1_234, end, stepMs: 95_000 },
    ]
    expect((await Promise.all(questions.map(compare))).flat()).toEqual([])
  })

  it('compares answers with data in them', () => {
    // These two models run no batches, and read no stream: of such signals the question for all models has the data.
    const wanted = queries.filter(({ name }) => coreSignals.some((signal) => name.startsWith(signal)) || /, all,/.test(name))
    const empty = wanted.filter(({ text }) => {
      const answer = askOurs(store, { query: text, time: end })
      return 'error' in answer || answer.series.size === 0
    })
    expect(empty.map(({ name }) => name)).toEqual([])
  })
})
