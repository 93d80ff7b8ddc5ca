import { describe, expect, it } from 'vitest'
import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import { numberlessText } from '@/panels/charts/drawnSeries'
import { cacheChart, capacityCharts, queueLength } from './capacityCharts'
import { flaggedSpans } from './flaggedSpans'
import { arrange } from './operationCharts'

function set(values: readonly (number | null)[], stepMs = 10): SeriesSet {
  const subject = { ref: { source: 'mlflow', name: 'fraud' }, version: null, labels: {} }
  return { unit: 'count', from: 0, to: 0, stepMs, query: 'q', notes: [], series: [{ subject, samples: values.map((value, i) => [i * stepMs, value] as const) }] }
}

function answer(data: SeriesSet | undefined, error: Error | null = null) {
  return { data, error, isPending: data === undefined && error === null, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined }
}

const full = answer(set([1]))
const empty = answer({ ...set([]), series: [] })
const saturation = [...capacityCharts, queueLength]
const noCadvisor = 'No samples of container_cpu_usage_seconds_total in the last 24 hours: cAdvisor exports them.'

function titles(charts: Parameters<typeof arrange>[0], lacking: [SignalName, string][] | undefined, answers: [SignalName, ReturnType<typeof answer>][]) {
  const { shown, unsaid } = arrange(charts, { lacking: lacking && new Map(lacking), answers: new Map(answers) })
  return { shown: shown.map(({ chart, layers }) => [chart.title, ...layers.map(({ name }) => name)]), unsaid: unsaid.map(({ kind, titles, why }) => [kind, titles.join(', '), why]) }
}

describe('what is drawn, and what is said', () => {
  it('waits with a frame for each chart', () => {
    expect(titles(saturation, undefined, []).shown.map(([title]) => title)).toEqual(['CPU', 'Memory', 'CPU throttling', 'Replicas', 'Queue length'])
  })

  it('draws the layers that are there', () => {
    const found = titles([cacheChart], [['memcached_hit_ratio', 'No samples.']], [['cache_hit_ratio', empty], ['redis_hit_ratio', full]])
    expect(found).toEqual({ shown: [['Cache hit ratio', 'Redis']], unsaid: [] })
  })

  it('says once why several charts are not there', () => {
    const found = titles(
      saturation.slice(0, 3),
      [['cpu_cores', noCadvisor], ['cpu_limit', noCadvisor], ['cpu_throttled', noCadvisor]],
      [['memory_bytes', full], ['memory_limit', empty]],
    )
    expect(found).toEqual({ shown: [['Memory', 'used']], unsaid: [['not-supported', 'CPU, CPU throttling', noCadvisor]] })
  })

  it('says what to configure where the source has samples, and none of this model', () => {
    const { shown, unsaid } = titles([capacityCharts[0] ?? queueLength], [], [['cpu_cores', empty], ['cpu_limit', empty]])
    expect(shown).toEqual([])
    expect(unsaid).toEqual([['empty', 'CPU', expect.stringContaining('"workload" under "match"')]])
  })

  it.each<[string, ReturnType<typeof answer>, string]>([
    ['nothing', empty, 'Nothing was counted in this range.'],
    ['no number', answer(set([null, null])), numberlessText],
    ['nothing, before it failed', answer(empty.data, new Error('no')), 'Nothing was counted in this range. So it was when it last answered: now it fails.'],
  ])('says of a source that has answered %s what it said', (_, state, why) => {
    expect(titles([queueLength], [], [['queue_depth', state]])).toEqual({ shown: [], unsaid: [['empty', 'Queue length', why]] })
  })

  it('leaves a failure to its chart', () => {
    expect(titles([queueLength], [], [['queue_depth', answer(undefined, new Error('no'))]]).shown).toEqual([['Queue length', undefined]])
  })
})

describe('what is shaded', () => {
  it.each<[string, readonly (number | null)[], [number, number][]]>([
    ['nothing', [0, 0], []],
    ['one point, as wide as a step', [0, 1, 0], [[5, 15]]],
    ['a stretch', [1, 1, 0, 1], [[-5, 15], [25, 35]]],
    ['a gap ends it', [1, null, 1], [[-5, 5], [15, 25]]],
  ])('%s', (_, values, expected) => {
    expect(flaggedSpans(set(values), 'failed').map(({ from, to }) => [from, to])).toEqual(expected)
  })
  it('nothing before the answer', () => {
    expect(flaggedSpans(undefined, 'failed')).toEqual([])
  })
})
