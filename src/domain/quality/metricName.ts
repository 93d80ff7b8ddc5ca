import type { KnownMetric, MetricAverage, MetricSplit } from '@/domain/metric'
import { knownMetrics, metricTable } from './metricTable'

/** What a logged name says, without its value. */
export interface MetricName {
  metric: KnownMetric
  split: MetricSplit
  average: MetricAverage | null
}

/** Further names per measure, from config.json. */
export type ExtraNames = Readonly<Partial<Record<KnownMetric, readonly string[]>>>

/** The words that name a split, and the rank of the splits: earlier is believed first. */
export const splitWords: Readonly<Record<MetricSplit, readonly string[]>> = {
  test: ['test', 'testing', 'holdout'],
  eval: ['eval', 'evaluation'],
  val: ['val', 'valid', 'validation', 'dev'],
  bare: [],
  training: ['train', 'training'],
}
export const splitRank: readonly MetricSplit[] = ['test', 'eval', 'val', 'bare', 'training']

/** The rank of the averages: a name without one is what its author calls the value. */
export const averageRank: readonly (MetricAverage | null)[] = [null, 'binary', 'macro', 'weighted', 'micro']

/** Words that say nothing: `weighted avg_f1-score`, `accuracy_score_X_test`, `val_acc_epoch`. */
export const fillerWords: readonly string[] = ['avg', 'average', 'averaged', 'x', 'y', 'set', 'data', 'dataset', 'on', 'epoch']

/** Measures by name, the configured names included. */
export type NameIndex = ReadonlyMap<string, KnownMetric>

/** Prepares the names of the table and the configured ones for {@link readMetricName}. */
export function nameIndex(extra: ExtraNames = {}): NameIndex {
  const index = new Map<string, KnownMetric>()
  for (const metric of knownMetrics) {
    for (const name of metricTable[metric].names) index.set(name, metric)
  }
  for (const metric of knownMetrics) {
    for (const name of extra[metric] ?? []) index.set(restOf(words(name)).join('_'), metric)
  }
  // A configured `test` or `avg` would leave nothing to compare and so match everything like it.
  index.delete('')
  return index
}

/**
 * Reads a logged name: split and average words are taken out, and what remains must be exactly one of the
 * measure's names, so that `1_f1-score` (one class), `precision_at_10` or `val_loss` are not mistaken.
 * `null`: not a measure that we know.
 */
export function readMetricName(rawName: string, index: NameIndex): MetricName | null {
  const all = words(rawName)
  const metric = index.get(restOf(all).join('_'))
  if (metric === undefined) return null
  return { metric, ...qualifiersOf(all, metric) }
}

/** The split and the average that a name states, whatever it measures. */
export function qualifiersOf(all: readonly string[], metric: KnownMetric): Omit<MetricName, 'metric'> {
  const said = splitRank.filter((split) => splitWords[split].some((word) => all.includes(word)))
  return {
    // A name that says training and something else must not pass for held-out data.
    split: said.includes('training') ? 'training' : (said[0] ?? 'bare'),
    average: metricTable[metric].averaged
      ? (averageRank.find((average) => average !== null && all.includes(average)) ?? null)
      : null,
  }
}

/** `testF1Score`, `test/f1-score` and `Test f1_score` are the same words. */
export function words(rawName: string): readonly string[] {
  return rawName
    .replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, '_')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
}

const splitWord = new Set(splitRank.flatMap((split) => splitWords[split]))
const silent = new Set<string>([...splitWord, ...fillerWords, 'binary', 'macro', 'weighted', 'micro'])

function restOf(all: readonly string[]): readonly string[] {
  return all.filter((word, i) => {
    if (silent.has(word)) return false
    // LightGBM and XGBoost number their evaluation sets: `valid_0-auc`, `validation_0-logloss`.
    return !(/^\d$/.test(word) && splitWord.has(all[i - 1] ?? ''))
  })
}
