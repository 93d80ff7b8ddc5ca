import { differenceInterval } from '@/domain/compare'
import type { HeadlineMetric } from '@/domain/metric'
import { headlineMetrics } from '@/domain/metric'
import { metricLabel } from '@/domain/quality/metricTable'
import { countWords, daysWords, durationWords, scoreWords } from '@/domain/words'
import { dayMs } from '@/domain/time'
import type { HealthInput, ScoreLevel } from './input'
import type { Finding, HealthRule, Verdict } from './rule'
import { notAsked, ok, severityOf, unknown } from './rule'
import { bounds } from './servingRules'
import type { HealthThresholds } from './thresholds'

interface Score {
  metric: HeadlineMetric
  level: ScoreLevel
  now: number
}

/** The live scores that can be judged, or why there are none. */
function scoresOf({ liveQuality }: HealthInput, { quality }: HealthThresholds): Verdict | { scores: Score[] } {
  if (liveQuality === undefined) return notAsked
  const scores: Score[] = []
  let fewest: number | null = null
  for (const metric of headlineMetrics) {
    const level = liveQuality?.[metric]
    if (level === undefined || level.now === null) continue
    if (level.samples != null && level.samples < quality[metric].minSamples) fewest = Math.min(fewest ?? Infinity, level.samples)
    else scores.push({ metric, level, now: level.now })
  }
  if (scores.length > 0) return { scores }
  return unknown(fewest === null ? 'Live quality: no data' : `Live quality: too few labelled cases (n = ${countWords(fewest)})`)
}

function evaluateFall(input: HealthInput, thresholds: HealthThresholds): Verdict {
  const found = scoresOf(input, thresholds)
  if (!('scores' in found)) return found
  const compared = found.scores.flatMap((score) => (score.level.before == null ? [] : { ...score, before: score.level.before }))
  if (compared.length === 0) {
    const asked = found.scores.some(({ level }) => level.before === null)
    return asked ? unknown('Live quality: nothing to compare with') : notAsked
  }
  const fallen = compared.filter(({ before, now }) => before - now > thresholds.qualityDrop)
  const certain = fallen.filter(({ before, now, level }) => isCertain(before, now, level.samples ?? null))
  const worst = certain.toSorted((a, b) => b.before - b.now - (a.before - a.now))[0]
  if (worst === undefined) return fallen.length === 0 ? ok : unknown('Live quality: too few labelled cases for its fall')
  const over = input.qualityComparedMs
  const { metric, before, now, level } = worst
  return {
    level: 'at-risk',
    sentence: `${metricLabel(metric)} fell from ${scoreWords(before)} to ${scoreWords(now)}${
      over === undefined ? '' : ` in ${spanWords(over)}`
    }${nWords(level)}`,
    since: level.since ?? null,
  }
}

/** Chance alone must not look like a fall; without a count nobody can tell, and the numbers stand. */
function isCertain(before: number, now: number, samples: number | null): boolean {
  if (samples === null) return true
  const interval = differenceInterval({ value: before, support: samples }, { value: now, support: samples })
  return interval === null || interval.high < 0
}

function evaluateLow(input: HealthInput, thresholds: HealthThresholds): Verdict {
  const limits = thresholds.quality
  if (headlineMetrics.every((metric) => limits[metric].warn === null && limits[metric].critical === null)) return notAsked
  const found = scoresOf(input, thresholds)
  if (!('scores' in found)) return found
  const low: Finding[] = found.scores.flatMap(({ metric, now, level }) => {
    const severity = severityOf(now, limits[metric], 'below')
    if (severity === null) return []
    const bound = (severity === 'failing' ? limits[metric].critical : limits[metric].warn) ?? 0
    const sentence = `${metricLabel(metric)} is ${scoreWords(now)}, below ${scoreWords(bound)}${nWords(level)}`
    return { level: severity, sentence, since: level.since ?? null }
  })
  return low.find(({ level }) => level === 'failing') ?? low[0] ?? ok
}

function evaluateDrift({ drift }: HealthInput, { drift: limit }: HealthThresholds): Verdict {
  if (drift === undefined) return notAsked
  const known = (drift ?? []).flatMap(({ feature, psi }) => (psi === null ? [] : { feature, psi }))
  if (known.length === 0) return unknown('Drift: no data')
  const drifting = known.filter(({ psi }) => severityOf(psi, limit, 'above') !== null).toSorted((a, b) => b.psi - a.psi)
  const [worst, ...others] = drifting
  if (worst === undefined) return ok
  const feature = worst.feature ?? 'An input'
  const level = severityOf(worst.psi, limit, 'above') ?? 'at-risk'
  if (others.length === 0) return { level, sentence: `${feature} drifts (PSI ${scoreWords(worst.psi)})` }
  return { level, sentence: `${feature} and ${others.length} more drift (PSI up to ${scoreWords(worst.psi)})` }
}

function spanWords(ms: number): string {
  return ms >= dayMs ? daysWords(Math.round(ms / dayMs)) : durationWords(ms)
}

function nWords({ samples }: ScoreLevel): string {
  return samples == null ? '' : ` (n = ${countWords(samples)})`
}

/** The rules on live scores and inputs. */
export const qualityRules: readonly HealthRule[] = [
  {
    id: 'quality_low',
    title: 'Live quality is low',
    topic: 'quality-level',
    looksAt: 'live F1, accuracy, precision and recall with their labelled cases',
    threshold: ({ quality }) => `${bounds(quality.f1, scoreWords)}, from ${quality.f1.minSamples} cases`,
    levels: ['failing', 'at-risk'],
    example: 'F1 is 0.78, below 0.80 (n = 1,840)',
    evidence: 'quality',
    live: true,
    evaluate: evaluateLow,
  },
  {
    id: 'quality_fell',
    title: 'Live quality fell',
    topic: 'quality-change',
    looksAt: 'the same scores, against the time before',
    threshold: ({ qualityDrop, quality }) =>
      `more than ${qualityDrop} lower, beyond chance (95 %), from ${quality.f1.minSamples} cases`,
    levels: ['at-risk'],
    example: 'Recall fell from 0.91 to 0.78 in 9 days (n = 1,840)',
    evidence: 'quality',
    live: true,
    evaluate: evaluateFall,
  },
  {
    id: 'input_drifts',
    title: 'An input drifts',
    topic: 'drift',
    looksAt: 'population stability index (PSI) of each feature',
    threshold: ({ drift }) => bounds(drift, String),
    levels: ['failing', 'at-risk'],
    example: 'claim_amount drifts (PSI 0.31)',
    evidence: 'quality',
    live: true,
    evaluate: evaluateDrift,
  },
]
