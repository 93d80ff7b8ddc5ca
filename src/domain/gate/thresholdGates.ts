import { minSupport } from '@/domain/compare'
import type { KnownMetric } from '@/domain/metric'
import { headlineMetrics } from '@/domain/metric'
import { thresholdSetting } from '@/domain/policy'
import { higherIsBetter, knownMetrics, metricTable } from '@/domain/quality/metricTable'
import { countWords } from '@/domain/words'
import type { Evidence, QualityEvidence } from './evidence'
import type { Gate, GateResult } from './gate'
import { notApplicable, unknown } from './gate'

/** One gate a measure: only where somebody set a limit, so that none is invented here. */
export const thresholdGates: readonly Gate[] = [
  ...headlineMetrics,
  ...knownMetrics.filter((metric) => !headlineMetrics.some((headline) => headline === metric)),
].map(thresholdGate)

function thresholdGate(metric: KnownMetric): Gate {
  const { label } = metricTable[metric]
  return {
    id: `${metric}_threshold`,
    title: `${label} within its limit`,
    actions: ['promote'],
    defaultLevel: 'required',
    overridable: true,
    rule: `Fails beyond \`thresholds.${metric}.critical\`, warns beyond \`warn\`; unknown below \`minSamples\` cases. Where no limit is set it does not apply.`,
    evaluate: (evidence) => evaluate(metric, evidence),
  }
}

function evaluate(metric: KnownMetric, { policy, quality }: Evidence): GateResult {
  const critical = thresholdSetting(policy, metric, 'critical')
  const warn = thresholdSetting(policy, metric, 'warn')
  const limit = critical ?? warn
  const { label } = metricTable[metric]
  if (limit === null) return notApplicable(`Nobody set a limit for ${label}.`)

  const direction = thresholdSetting(policy, metric, 'direction')?.value ?? (higherIsBetter(metric) ? 'below' : 'above')
  const beyond = (bound: number, value: number) => (direction === 'below' ? value < bound : value > bound)
  const sign = direction === 'below' ? '≥' : '≤'
  const threshold = `${sign} ${figure(limit.value)} (${limit.from})`
  if (quality === undefined) return notApplicable('This registry keeps no metrics.', threshold)

  const found = quality?.metrics[metric]
  if (!quality || found?.value == null) return unknown(`${label} is limited, but the version’s run has no readable value of it.`, threshold)
  const least = thresholdSetting(policy, metric, 'minSamples')?.value ?? minSupport
  if (quality.support !== null && quality.support < least)
    return unknown(
      `Not enough data: ${label} was measured on ${cases(quality)}, and ${countWords(least)} are asked for.`,
      threshold,
      quality.support,
    )

  const { value } = found
  const base = {
    value: figure(value),
    threshold,
    evidence: 'quality',
    ...(quality.support !== null && { n: quality.support }),
  } as const
  const says = `${label} is ${figure(value)} (${cases(quality)})`
  if (critical && beyond(critical.value, value))
    return { ...base, verdict: 'fail', sentence: `${says}; it must be ${sign} ${figure(critical.value)}.` }
  if (warn && beyond(warn.value, value))
    return { ...base, verdict: 'warn', sentence: `${says}; it should be ${sign} ${figure(warn.value)}.` }
  return { ...base, verdict: 'pass', sentence: `${says}.` }
}

function cases({ support }: QualityEvidence): string {
  return support === null ? 'number of cases not logged' : `n = ${countWords(support)}`
}

/** Three decimals for scores, three significant digits for figures in the target's own unit. */
export function figure(value: number): string {
  return Math.abs(value) < 10 ? value.toFixed(3) : value.toLocaleString('en', { maximumSignificantDigits: 4 })
}
