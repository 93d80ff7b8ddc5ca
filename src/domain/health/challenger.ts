import { compareQuality } from '@/domain/compare'
import { metricLabel, metricWords } from '@/domain/quality/metricTable'
import { primaryMetric, taskOf } from '@/domain/quality/primaryMetric'
import { versionWords } from '@/domain/words'
import type { HealthInput } from './input'
import type { Verdict } from './rule'
import { notAsked, ok, unknown } from './rule'

/** A difference below this is no reason to act: half a point of a ratio, one per cent of anything else. */
export const worthwhile = { ratio: 0.005, share: 0.01 }

/** Compares what the two runs logged, by the champion's primary measure. */
export function evaluateChallenger({ task, quality, challenger }: HealthInput): Verdict {
  if (quality === undefined || challenger === undefined) return notAsked
  if (challenger === null) return ok
  const now = quality === null ? null : primaryMetric(quality, taskOf(task ?? null, quality))
  const next = now === null ? undefined : challenger.quality[now.metric]
  if (now === null || next === undefined || now.value === null || next.value === null) {
    return unknown('Challenger: no measure in common')
  }
  const tolerance = now.value >= 0 && now.value <= 1 ? worthwhile.ratio : Math.abs(now.value) * worthwhile.share
  const { verdict, caveat } = compareQuality(now.metric, now, next, { tolerance })
  if (caveat !== null || now.split === 'training') return unknown('Challenger: measured on other data')
  if (verdict !== 'better') return ok
  const version = versionWords(challenger.version)
  return {
    level: 'hint',
    sentence: `Challenger ${version} is better: ${metricLabel(now.metric)} ${metricWords(now.metric, next.value)}, champion ${metricWords(now.metric, now.value)}`,
    action: { kind: 'promote', label: `Promote ${version}`, version: challenger.version },
  }
}
