import { compileMatcher, compileMatchers } from '@/demo/promql/matcher'
import type { LabelMatcher, MetricStore, ReadHint, StoredSeries } from '@/demo/world/metricStore'
import type { RegistryState } from '@/demo/world/registryState'
import { type Clock, dayMs, type EpochMs, minuteMs } from '@/domain/time'
import { Fleet } from './fleet'
import { gaugeFamilies } from './gaugeFamilies'
import { metricMetadata } from './metadata'
import { podFamilies } from './podFamilies'
import { requestFamilies } from './requestFamilies'
import { scrapeTimes, within } from './scrapes'
import { type Family, type Life, Reading, type SeriesSource } from './seriesSource'
import { storeFamilies } from './storeFamilies'
import { streamFamilies } from './streamFamilies'

/** The metric store, told when the registry changes: traffic follows the champion. */
export interface LiveMetricStore extends MetricStore {
  registryChanged(model: string, at: EpochMs): void
}

const scrapeIntervalMs = minuteMs / 2
const historyDays = 46

/** What a Prometheus that scrapes the company's services holds. Nothing is stored: samples are worked out when read. */
export function createMetricStore(world: { seed: string; start: EpochMs; clock: Clock; registry: RegistryState }): LiveMetricStore {
  const { seed, start, clock, registry } = world
  const since = Math.floor((start - historyDays * dayMs) / dayMs) * dayMs
  const fleet = new Fleet(start, since)
  let families: readonly Family[] | null = null
  const known = () => (families ??= familiesOf(fleet.versions))

  const familiesOf = (versions: Fleet['versions']) => [
    ...requestFamilies(versions),
    ...gaugeFamilies(seed, start, versions),
    ...podFamilies(versions),
    ...storeFamilies(versions),
    ...streamFamilies(versions),
  ]

  const matching = (matchers: readonly LabelMatcher[]): readonly SeriesSource[] => {
    const names = matchers.filter(({ name }) => name === '__name__').map(compileMatcher)
    const matches = compileMatchers(matchers)
    return known()
      .filter(({ name }) => names.every((test) => test(name)))
      .flatMap(({ sources }) => sources.filter(({ labels }) => matches(labels)))
  }
  const span = (from: EpochMs, to: EpochMs) => [Math.max(from, since - 1), Math.min(to, clock.now())] as const

  return {
    scrapeIntervalMs,
    since,
    select: (matchers, from, to, hint?: ReadHint) => {
      const times = scrapeTimes(...span(from, to), scrapeIntervalMs, hint)
      if (times.length === 0) return []
      const reading = new Reading()
      // Series of one version live alike: the same array lets them share what its ledger says.
      const parts = new Map<string, Float64Array>()
      const livedTimes = (lives: readonly Life[]) => {
        const key = lives.join(';')
        const part = parts.get(key) ?? within(times, lives)
        parts.set(key, part)
        return part
      }
      return matching(matchers)
        .map((source) => read(source, livedTimes(source.lives), reading))
        .filter(({ columns }) => columns.times.length > 0)
    },
    labelSets: (matchers, from, to) => {
      const [first, last] = span(from, to)
      return matching(matchers)
        .filter(({ lives }) => lives.some((life) => life[0] <= last && life[1] > first))
        .map(({ labels }) => labels)
    },
    metadata: () => metricMetadata,
    registryChanged: (model, at) => {
      if (fleet.registryChanged(registry, model, at)) families = null
    },
  }
}

/** Samples in columns; as pairs only where somebody asks. */
function read(source: SeriesSource, times: Float64Array, reading: Reading): StoredSeries & { columns: { times: Float64Array; values: Float64Array } } {
  const values = source.values(times, reading)
  const present = values.some(Number.isNaN) ? times.map((_, i) => i).filter((i) => !Number.isNaN(values[i])) : null
  const columns = present === null ? { times, values } : { times: present.map((i) => times[i] ?? 0), values: present.map((i) => values[i] ?? 0) }
  return {
    labels: source.labels,
    columns,
    get samples() {
      return Array.from(columns.times, (at, i) => [at, columns.values[i] ?? 0] as const)
    },
  }
}
