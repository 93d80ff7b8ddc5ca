import { compareValues, type Comparison } from './compare'
import type { ServingEvidence } from './gate/evidence'
import { errorTolerance, latencyTolerance, minRequests } from './gate/servingGates'
import { thresholdSetting, type PolicyLayers } from './policy'
import { countWords, latencyWords, percentWords, versionWords } from './words'

/** What one version did over the window, with its name. */
export interface Served extends ServingEvidence {
  version: string
}

/** What is tolerated, and how many requests are asked for: the same as in the checks of a promotion. */
export interface CanaryLimits {
  /** Absolute: 0.005 is half a percentage point. */
  errorTolerance: number
  /** A share of the champion's p95. */
  latencyTolerance: number
  minRequests: number
}

/** A policy's `tolerance` and `minSamples`, else the defaults of the checks. */
export function canaryLimits(policy: PolicyLayers): CanaryLimits {
  return {
    errorTolerance: thresholdSetting(policy, 'error_ratio', 'tolerance')?.value ?? errorTolerance,
    latencyTolerance: thresholdSetting(policy, 'latency_p95', 'tolerance')?.value ?? latencyTolerance,
    minRequests: thresholdSetting(policy, 'error_ratio', 'minSamples')?.value ?? minRequests,
  }
}

export interface CanaryReport {
  champion: Served
  challenger: Served
  /** Challenger minus champion, with the 95 % interval by the requests of both. */
  errors: Comparison
  /** Histograms tell no interval of a quantile, so the tolerance alone decides. */
  p95: { differenceMs: number | null; share: number | null; verdict: 'better' | 'worse' | 'same' | 'unknown' }
  verdict: 'better' | 'worse' | 'same' | 'not-enough-data' | 'unknown'
  sentence: string
}

/** Compares a version that serves beside the champion with it. One measure that is worse makes it worse. */
export function judgeCanary(champion: Served, challenger: Served, limits: CanaryLimits): CanaryReport {
  const errors = compareValues(
    { value: champion.errorRatio, support: champion.requests },
    { value: challenger.errorRatio, support: challenger.requests },
    { higherIsBetter: false, tolerance: limits.errorTolerance },
  )
  const p95 = compareP95(champion.p95Ms, challenger.p95Ms, limits.latencyTolerance)
  const found = { champion, challenger, errors, p95 }
  const few = [challenger, champion].find(({ requests }) => requests === null || requests < limits.minRequests)
  if (few !== undefined) return { ...found, verdict: 'not-enough-data', sentence: fewWords(few, limits.minRequests) }
  return { ...found, ...concluded(found) }
}

function compareP95(before: number | null, now: number | null, tolerance: number): CanaryReport['p95'] {
  if (before === null || now === null || before <= 0) return { differenceMs: null, share: null, verdict: 'unknown' }
  const share = now / before - 1
  const verdict = Math.abs(share) <= tolerance + 1e-12 ? 'same' : share > 0 ? 'worse' : 'better'
  return { differenceMs: now - before, share, verdict }
}

function fewWords({ version, requests }: Served, least: number): string {
  const had = requests === null ? 'an unknown number of requests' : `${countWords(requests)} requests`
  return `Not enough data: ${versionWords(version)} had ${had}, and ${countWords(least)} are asked for.`
}

type Found = Pick<CanaryReport, 'champion' | 'challenger' | 'errors' | 'p95'>

function concluded({ champion, challenger, errors, p95 }: Found): Pick<CanaryReport, 'verdict' | 'sentence'> {
  const [own, other] = [versionWords(challenger.version), versionWords(champion.version)]
  const said = [errorWords(errors), p95Words(p95)]
  const sentence = (head: string) => `${head}: ${said.join('; ')}.`
  const verdicts = new Set([errors.verdict, p95.verdict])
  if (verdicts.has('worse')) return { verdict: 'worse', sentence: sentence(`${own} serves worse than ${other}`) }
  if (errors.verdict === 'not-enough-data') return { verdict: 'not-enough-data', sentence: sentence(`Not enough data to tell ${own} from ${other}`) }
  if (verdicts.has('unknown')) return { verdict: 'unknown', sentence: sentence(`${own} cannot be compared with ${other} in full`) }
  if (verdicts.has('better')) return { verdict: 'better', sentence: sentence(`${own} serves better than ${other}`) }
  return { verdict: 'same', sentence: sentence(`${own} serves as well as ${other}`) }
}

function errorWords({ difference, interval, verdict }: Comparison): string {
  if (difference === null) return 'an error ratio is missing'
  const range = interval === null ? '' : ` (95 % interval ${pointsWords(interval.low)} to ${pointsWords(interval.high)})`
  const held = verdict === 'same' ? ', within what is tolerated' : verdict === 'not-enough-data' ? ', which may be chance' : ''
  return `errors differ by ${pointsWords(difference)} pp${range}${held}`
}

function p95Words({ differenceMs, share, verdict }: CanaryReport['p95']): string {
  if (differenceMs === null || share === null) return 'a p95 is missing'
  if (Math.abs(differenceMs) < 0.05) return 'p95 is the same'
  const size = `${latencyWords(Math.abs(differenceMs))} (${percentWords(Math.abs(share))}) ${share > 0 ? 'slower' : 'faster'}`
  return `p95 is ${size}${verdict === 'same' ? ', within what is tolerated' : ''}`
}

/** Percentage points with a sign: `+0.06`. */
function pointsWords(ratio: number): string {
  const points = (Math.abs(ratio) * 100).toLocaleString('en', { maximumSignificantDigits: 2 })
  return ratio === 0 ? '0' : `${ratio < 0 ? '−' : '+'}${points}`
}
