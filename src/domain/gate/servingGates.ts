import { compareValues } from '@/domain/compare'
import { thresholdSetting } from '@/domain/policy'
import { countWords, latencyWords, percentWords } from '@/domain/words'
import type { Evidence, ServingEvidence } from './evidence'
import type { Gate, GateResult } from './gate'
import { notApplicable, unknown } from './gate'

/** Unless a policy's `tolerance` or `minSamples` says otherwise. */
export const errorTolerance = 0.005
export const latencyTolerance = 0.1
export const minRequests = 200

type Both = { candidate: ServingEvidence; champion: ServingEvidence; n: number }

/** The figures of both, or why there is nothing to compare. */
function both(evidence: Evidence, signal: string): Both | { stop: GateResult } {
  const { serving, championServing, policy } = evidence
  if (serving === undefined) return { stop: notApplicable('Monitoring is not configured, or cannot tell versions apart.') }
  if (championServing === undefined) return { stop: notApplicable('There is no champion to compare with.') }
  if (serving === null || championServing === null)
    return { stop: unknown('Monitoring did not answer, or has nothing of one of the two versions.') }
  if (serving.requests === 0) return { stop: notApplicable('The version does not serve yet.') }
  const least = thresholdSetting(policy, signal, 'minSamples')?.value ?? minRequests
  const n = serving.requests
  if (n === null || n < least) {
    const seen = n === null ? 'an unknown number of requests' : `${countWords(n)} requests`
    return { stop: unknown(`Not enough data: the version has had ${seen}, and ${countWords(least)} are asked for.`, '', n ?? undefined) }
  }
  return { candidate: serving, champion: championServing, n }
}

export const servingErrors: Gate = {
  id: 'serving_errors',
  title: 'Errors not above the champion’s',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: `Where the version serves already: fails when its error ratio exceeds the champion’s by more than \`thresholds.error_ratio.tolerance\` (default ${errorTolerance * 100} percentage points) beyond chance; unknown below ${minRequests} requests.`,
  evaluate(evidence) {
    const found = both(evidence, 'error_ratio')
    if ('stop' in found) return found.stop
    const { candidate, champion, n } = found
    if (candidate.errorRatio === null || champion.errorRatio === null) return unknown('An error ratio is missing.', '', n)
    const tolerance = thresholdSetting(evidence.policy, 'error_ratio', 'tolerance')?.value ?? errorTolerance
    const { direction, verdict } = compareValues(
      { value: champion.errorRatio, support: champion.requests },
      { value: candidate.errorRatio, support: n },
      { higherIsBetter: false, tolerance },
    )
    const base = {
      value: percentWords(candidate.errorRatio),
      threshold: `≤ ${percentWords(champion.errorRatio + tolerance)}`,
      n,
      evidence: 'serving',
    } as const
    const says = `${percentWords(candidate.errorRatio)} of ${countWords(n)} requests failed, against ${percentWords(champion.errorRatio)} of the champion’s`
    if (direction !== 'worse') return { ...base, verdict: 'pass', sentence: `${says}.` }
    if (verdict === 'worse') return { ...base, verdict: 'fail', sentence: `${says}.` }
    return { ...base, verdict: 'unknown', sentence: `${says}; the difference may be chance.` }
  },
}

export const servingLatency: Gate = {
  id: 'serving_latency',
  title: 'p95 latency near the champion’s',
  actions: ['promote'],
  defaultLevel: 'advisory',
  overridable: true,
  rule: `Where the version serves already: warns when its p95 exceeds the champion’s by more than \`thresholds.latency_p95.tolerance\` (default ${latencyTolerance * 100} %), fails at twice that, or beyond \`thresholds.latency_p95.critical\` (ms).`,
  evaluate(evidence) {
    const found = both(evidence, 'latency_p95')
    if ('stop' in found) return found.stop
    const { candidate, champion, n } = found
    if (candidate.p95Ms === null || champion.p95Ms === null || champion.p95Ms <= 0) return unknown('A latency is missing.', '', n)
    const tolerance = thresholdSetting(evidence.policy, 'latency_p95', 'tolerance')?.value ?? latencyTolerance
    const critical = thresholdSetting(evidence.policy, 'latency_p95', 'critical')?.value ?? Infinity
    const slower = candidate.p95Ms / champion.p95Ms - 1
    const base = {
      value: latencyWords(candidate.p95Ms),
      threshold: `≤ ${latencyWords(Math.min(champion.p95Ms * (1 + tolerance), critical))}`,
      n,
      evidence: 'serving',
    } as const
    const says = `p95 is ${latencyWords(candidate.p95Ms)}, the champion’s ${latencyWords(champion.p95Ms)} (${slower < 0 ? '−' : '+'}${percentWords(Math.abs(slower))})`
    if (candidate.p95Ms > critical)
      return { ...base, verdict: 'fail', sentence: `${says}; at most ${latencyWords(critical)} is allowed.` }
    const verdict = slower > 2 * tolerance ? 'fail' : slower > tolerance ? 'warn' : 'pass'
    return { ...base, verdict, sentence: `${says}.` }
  },
}
