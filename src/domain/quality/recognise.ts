import type { KnownMetric, LoggedMetric, QualityMetric, QualityMetrics } from '@/domain/metric'
import type { ExtraNames, NameIndex } from './metricName'
import { averageRank, nameIndex, qualifiersOf, readMetricName, splitRank, words } from './metricName'
import { knownMetrics } from './metricTable'

const builtIn = nameIndex()

/**
 * Picks from everything that a run logged at most one value per measure, by the rule of docs/metrics.md.
 * `extra` names further names per measure: one that equals the logged name wins over every other, one that
 * equals what is left without split and average is a synonym.
 */
export function recognise(logged: readonly LoggedMetric[], extra?: ExtraNames): QualityMetrics {
  const index = extra === undefined ? builtIn : nameIndex(extra)
  const best: QualityMetrics = {}
  const bestRank: Partial<Record<KnownMetric, Rank>> = {}
  for (const metric of logged) {
    const read = readOne(metric, index, extra)
    if (read === null) continue
    const key = read.quality.metric
    const known = bestRank[key]
    if (known !== undefined && compareRanks(known, read.rank) <= 0) continue
    best[key] = read.quality
    bestRank[key] = read.rank
  }
  return best
}

/** Earlier entries decide first; smaller is better. The name makes the order total. */
type Rank = readonly [...numbers: number[], rawName: string]

function readOne(
  { key, value }: LoggedMetric,
  index: NameIndex,
  extra: ExtraNames | undefined,
): { quality: QualityMetric; rank: Rank } | null {
  const named = extra === undefined ? null : configured(key, extra)
  const name =
    named === null ? readMetricName(key, index) : { metric: named.metric, ...qualifiersOf(words(key), named.metric) }
  if (name === null) return null
  const rank: Rank = [
    named?.position ?? Number.MAX_SAFE_INTEGER,
    splitRank.indexOf(name.split),
    value === null ? 1 : 0,
    averageRank.indexOf(name.average),
    key.length,
    key,
  ]
  return { quality: { ...name, value, rawName: key }, rank }
}

function configured(key: string, extra: ExtraNames): { metric: KnownMetric; position: number } | null {
  for (const metric of knownMetrics) {
    const position = extra[metric]?.indexOf(key) ?? -1
    if (position !== -1) return { metric, position }
  }
  return null
}

function compareRanks(a: Rank, b: Rank): number {
  for (const [i, left] of a.entries()) {
    const right = b[i]
    if (right === undefined || left === right) continue
    return left < right ? -1 : 1
  }
  return 0
}
