import type { QualityComparison } from '@/domain/compare'
import { compareQuality, minSupport } from '@/domain/compare'
import type { KnownMetric } from '@/domain/metric'
import { thresholdSetting } from '@/domain/policy'
import { isShareOfCases, metricSupport } from '@/domain/quality/metricSupport'
import { knownMetrics, metricTable } from '@/domain/quality/metricTable'
import { countWords } from '@/domain/words'
import type { Evidence, QualityEvidence } from './evidence'
import type { Gate, GateVerdict } from './gate'
import { notApplicable, unknown } from './gate'
import { figure } from './thresholdGates'

/** Unless `thresholds.<metric>.tolerance` says otherwise: one point of a score, or this share of any other figure. */
export const defaultTolerance = { score: 0.01, share: 0.02 }

interface Judged {
  metric: KnownMetric
  comparison: QualityComparison
  tolerance: number
  verdict: Exclude<GateVerdict, 'warn' | 'not-applicable'>
}

export const noRegression: Gate = {
  id: 'no_regression',
  title: 'No metric worse than the champion’s',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: `Compares every measure that both runs logged. Fails when one is worse by more than \`thresholds.<metric>.tolerance\` (default ${defaultTolerance.score} for scores, ${defaultTolerance.share * 100} % for other figures) and, where both numbers of cases are known, the 95 % interval of the difference lies below zero; unknown when it does not, or with fewer than ${minSupport} cases.`,
  evaluate(evidence) {
    const { quality, championQuality, registry } = evidence
    if (registry !== null && registry.champion === null) return notApplicable('There is no champion to compare with.')
    if (quality === undefined || championQuality === undefined) return notApplicable('Metrics are not configured.')
    if (quality === null || championQuality === null)
      return unknown('The metrics of the version or of the champion could not be read.')

    const judged = knownMetrics.flatMap((metric) => judge(metric, evidence))
    if (judged.length === 0) return unknown('The version and the champion logged no measure in common.')
    const order = { fail: 0, unknown: 1, pass: 2 } as const
    const [worst] = judged.toSorted((a, b) => order[a.verdict] - order[b.verdict])
    if (!worst) return unknown('Nothing could be compared.')
    const supports = [quality.support, championQuality.support].filter((n) => n !== null)
    return {
      verdict: worst.verdict,
      value: `${metricTable[worst.metric].label} ${difference(worst)}`,
      threshold: `${metricTable[worst.metric].label} ± ${figure(worst.tolerance)}`,
      ...(supports.length === 2 && { n: Math.min(...supports) }),
      sentence: sentenceOf(worst, judged.length, supports),
      evidence: 'quality',
    }
  },
}

function judge(metric: KnownMetric, { policy, quality, championQuality }: Evidence): Judged[] {
  const [reference, candidate] = [championQuality?.metrics[metric], quality?.metrics[metric]]
  if (reference?.value == null || candidate?.value == null) return []
  const isScore = Math.abs(reference.value) <= 1 && metricTable[metric].task === 'classification'
  const tolerance =
    thresholdSetting(policy, metric, 'tolerance')?.value ??
    (isScore ? defaultTolerance.score : Math.abs(reference.value) * defaultTolerance.share)
  const support = { reference: casesBehind(metric, championQuality), candidate: casesBehind(metric, quality) }
  const comparison = compareQuality(metric, reference, candidate, { support, tolerance })
  return [{ metric, comparison, tolerance, verdict: verdictOf(comparison, [championQuality?.support ?? null, quality?.support ?? null]) }]
}

/** Where only the whole test set's size is known, it stands for its classes: what may be chance even then, is. */
function casesBehind(metric: KnownMetric, evidence: QualityEvidence | null | undefined): number | null {
  if (!evidence) return null
  return metricSupport(metric, evidence.metrics, evidence.support) ?? (isShareOfCases(metric) ? evidence.support : null)
}

function verdictOf(comparison: QualityComparison, supports: readonly (number | null)[]): Judged['verdict'] {
  const fewest = Math.min(...supports.map((n) => n ?? minSupport))
  if (fewest < minSupport) return 'unknown'
  if (comparison.direction !== 'worse') return 'pass'
  // Like is not compared with like: a worse number proves nothing.
  if (comparison.caveat !== null) return 'unknown'
  return comparison.verdict === 'worse' ? 'fail' : 'unknown'
}

function sentenceOf({ metric, comparison, tolerance, verdict }: Judged, count: number, supports: readonly number[]): string {
  const { label } = metricTable[metric]
  const n = supports.length === 2 ? ` (n = ${countWords(Math.min(...supports))})` : ''
  const change = difference({ comparison })
  const caveat = comparison.caveat === null ? '' : ` ${comparison.caveat}`
  if (verdict === 'pass')
    return count === 1 ? `${label} is not worse than the champion’s: ${change}${n}.${caveat}` : `None of ${count} measures is worse than the champion’s${n}.${caveat}`
  if (verdict === 'fail') return `${label} is worse than the champion’s by more than ${figure(tolerance)}: ${change}${n}.`
  return `Not enough data to say whether ${label} is worse than the champion’s: ${change}${n}.${caveat}`
}

function difference({ comparison }: Pick<Judged, 'comparison'>): string {
  const { difference: by, interval } = comparison
  if (by === null) return ''
  return interval === null ? signed(by) : `${signed(by)} (95 %: ${signed(interval.low)} to ${signed(interval.high)})`
}

function signed(value: number): string {
  return `${value < 0 ? '−' : '+'}${figure(Math.abs(value))}`
}
