import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { memoryStore } from '@/demo/promql/memoryStore'
import { askOurs, askReal, differences, type Question } from './promqlParity'
import { awkwardSamples } from './promqlSamples'
import { expressions, refused } from './promqlTable'
import { startRealPrometheus, type RealPrometheus } from './realPrometheus'

const end = 1_790_001_000_000
const store = memoryStore(awkwardSamples(end))
let real: RealPrometheus

beforeAll(async () => {
  real = await startRealPrometheus(awkwardSamples(end))
})
afterAll(() => real.stop())

/** Instants on and between scrapes, and ranges with steps below, at and above the scrape interval. */
function questions(query: string): Question[] {
  return [
    { query, time: end },
    { query, time: end - 1_234_567 },
    { query, time: end - 4_000_000 },
    { query, start: end - 5_400_000, end, stepMs: 60_000 },
    { query, start: end - 3_456_789, end: end - 7_000, stepMs: 173_000 },
    { query, start: end - 600_000, end, stepMs: 7_000 },
  ]
}

async function compare(question: Question): Promise<string[]> {
  return differences(askOurs(store, question), await askReal(real.url, question)).slice(0, 3)
}

describe('an awkward set of samples: the evaluator answers as Prometheus does', () => {
  it.each(expressions)('%s', async (query) => {
    const found = await Promise.all(questions(query).map(compare))
    expect(found.flat()).toEqual([])
  })
})

describe('the parser refuses in the words of Prometheus', () => {
  it.each(refused)('%j', async (query) => {
    expect(await compare({ query, time: end })).toEqual([])
  })
})
