import { agoWords, countWords, durationWords, latencyWords, percentWords, rateWords, versionWords } from '@/domain/words'
import type { HealthInput, Level } from './input'
import type { Finding, HealthRule, Severity, SuggestedAction, Verdict } from './rule'
import { notAsked, ok, severityOf, unknown } from './rule'
import type { HealthThresholds, Jump, Limit } from './thresholds'

/** A figure that must not be high, and how sentences speak of it. */
interface Measure {
  /** `Errors`. */
  subject: string
  are: 'are' | 'is'
  words: (value: number) => string
  levelOf: (input: HealthInput) => Level | null | undefined
  limitOf: (thresholds: HealthThresholds) => Limit
  jumpOf: (thresholds: HealthThresholds) => Jump
}

const errors: Measure = {
  subject: 'Errors',
  are: 'are',
  words: percentWords,
  levelOf: ({ errorRatio }) => errorRatio,
  limitOf: ({ errorRatio }) => errorRatio,
  jumpOf: ({ errorJump }) => errorJump,
}

const latency: Measure = {
  subject: 'p95',
  are: 'is',
  words: latencyWords,
  levelOf: ({ latencyP95Ms }) => latencyP95Ms,
  limitOf: ({ latencyP95Ms }) => latencyP95Ms,
  jumpOf: ({ latencyJump }) => latencyJump,
}

/** The figure now, or why there is none to judge. */
function judged(input: HealthInput, thresholds: HealthThresholds, measure: Measure): Verdict | { value: number; level: Level } {
  const level = measure.levelOf(input)
  if (level === undefined) return notAsked
  if (level === null || level.now === null) return unknown(`${measure.subject}: no data`)
  const requests = requestsIn(input)
  if (requests !== null && requests < thresholds.minRequests) {
    return unknown(`${measure.subject}: too few requests (n = ${countWords(requests)})`)
  }
  return { value: level.now, level }
}

/** `null`: the request rate was not asked for, so that nobody knows how many stand behind a ratio. */
function requestsIn({ requestRate, windowMs }: HealthInput): number | null {
  if (requestRate === undefined || windowMs === undefined) return null
  return ((requestRate?.now ?? 0) * windowMs) / 1000
}

function evaluateLevel(input: HealthInput, thresholds: HealthThresholds, measure: Measure): Verdict {
  const limit = measure.limitOf(thresholds)
  if (limit.warn === null && limit.critical === null) return notAsked
  const figure = judged(input, thresholds, measure)
  if (!('value' in figure)) return figure
  const level = severityOf(figure.value, limit, 'above')
  if (level === null) return ok
  const bound = (level === 'failing' ? limit.critical : limit.warn) ?? 0
  const since = figure.level.since ?? null
  return {
    level,
    sentence: `${measure.subject} ${measure.are} at ${measure.words(figure.value)} (limit ${measure.words(bound)})${
      since === null ? '' : ` for ${durationWords(input.now - since)}`
    }`,
    since,
  }
}

function evaluateJump(input: HealthInput, thresholds: HealthThresholds, measure: Measure): Verdict {
  const figure = judged(input, thresholds, measure)
  if (!('value' in figure)) return figure
  const { previousVersion, before } = figure.level
  const reference = previousVersion ?? before
  if (reference === undefined) return notAsked
  if (reference === null) return unknown(`${measure.subject}: nothing to compare with`)
  const { factor, atLeast } = measure.jumpOf(thresholds)
  if (figure.value < reference * factor || figure.value - reference < atLeast) return ok
  const rise = `${measure.subject} rose from ${measure.words(reference)} to ${measure.words(figure.value)}`
  const level: Severity = severityOf(figure.value, measure.limitOf(thresholds), 'above') ?? 'at-risk'
  return { level, ...blame(rise, input, figure.level) }
}

/** Names the release only where it lies between the two figures. */
function blame(rise: string, input: HealthInput, level: Level): Omit<Finding, 'level'> {
  const { now, servingSince, comparedMs, production } = input
  const released =
    servingSince != null &&
    (level.previousVersion != null || (comparedMs !== undefined && servingSince > now - comparedMs))
  if (released && production != null) {
    const action = rollbackTo(input.rollbackTo)
    return {
      sentence: `${rise} with ${versionWords(production.version)}, ${agoWords(servingSince, now)}`,
      since: servingSince,
      ...(action === null ? {} : { action }),
    }
  }
  const since = level.since ?? null
  if (since !== null) return { sentence: `${rise}, ${agoWords(since, now)}`, since }
  return { sentence: comparedMs === undefined ? rise : `${rise} within ${durationWords(comparedMs)}`, since }
}

function rollbackTo(version: string | null | undefined): SuggestedAction | null {
  return version == null ? null : { kind: 'rollback', label: `Roll back to ${versionWords(version)}`, version }
}

/** A batch or streaming model without requests is between two runs. */
function betweenRuns(kind: HealthInput['servingKind']): boolean {
  return kind === 'batch' || kind === 'streaming'
}

function evaluateTraffic({ servingKind, requestRate, comparedMs }: HealthInput, thresholds: HealthThresholds): Verdict {
  if (requestRate === undefined || betweenRuns(servingKind)) return notAsked
  if ((requestRate?.now ?? 0) > 0) return ok
  const before = requestRate?.before ?? null
  if (before === null || before < thresholds.minRequestRate) return unknown('Requests: none, now and before')
  const when = comparedMs === undefined ? 'before' : `${durationWords(comparedMs)} ago`
  return { level: 'at-risk', sentence: `No requests, where there were ${rateWords(before)} ${when}`, since: requestRate?.since ?? null }
}

function evaluateFewRequests({ servingKind, requestRate }: HealthInput, { requestRate: limit }: HealthThresholds): Verdict {
  if (requestRate === undefined || (limit.warn === null && limit.critical === null) || betweenRuns(servingKind)) return notAsked
  if (requestRate === null || requestRate.now === null) return unknown('Requests: no data')
  const level = severityOf(requestRate.now, limit, 'below')
  if (level === null) return ok
  const bound = (level === 'failing' ? limit.critical : limit.warn) ?? 0
  return { level, sentence: `Requests are at ${rateWords(requestRate.now)}, below ${rateWords(bound)}`, since: requestRate.since ?? null }
}

/** The rules on requests, errors and latency. */
export const servingRules: readonly HealthRule[] = [
  {
    id: 'errors_rose',
    title: 'Errors rose',
    topic: 'errors',
    looksAt: 'error ratio, against the previous version or the time before',
    threshold: ({ errorJump, minRequests }) =>
      `${errorJump.factor} times and ${errorJump.atLeast * 100} points more, from ${minRequests} requests; failing beyond the limit of \`errors_high\``,
    levels: ['failing', 'at-risk'],
    example: 'Errors rose from 0.2 % to 4.1 % with v18, 3 h ago',
    evidence: 'serving',
    live: true,
    evaluate: (input, thresholds) => evaluateJump(input, thresholds, errors),
  },
  {
    id: 'errors_high',
    title: 'Errors are high',
    topic: 'errors',
    looksAt: 'error ratio',
    threshold: ({ errorRatio, minRequests }) => `${bounds(errorRatio, percentWords)}, from ${minRequests} requests`,
    levels: ['failing', 'at-risk'],
    example: 'Errors are at 4.1 % (limit 3 %) for 3 h',
    evidence: 'serving',
    live: true,
    evaluate: (input, thresholds) => evaluateLevel(input, thresholds, errors),
  },
  {
    id: 'latency_rose',
    title: 'Latency rose',
    topic: 'latency',
    looksAt: 'p95 latency, against the previous version or the time before',
    threshold: ({ latencyJump }) => `${latencyJump.factor} times and ${latencyWords(latencyJump.atLeast)} more`,
    levels: ['failing', 'at-risk'],
    example: 'p95 rose from 84 ms to 310 ms within 24 h',
    evidence: 'serving',
    live: true,
    evaluate: (input, thresholds) => evaluateJump(input, thresholds, latency),
  },
  {
    id: 'latency_high',
    title: 'Latency is high',
    topic: 'latency',
    looksAt: 'p95 latency',
    threshold: ({ latencyP95Ms }) => bounds(latencyP95Ms, latencyWords),
    levels: ['failing', 'at-risk'],
    example: 'p95 is at 310 ms (limit 250 ms)',
    evidence: 'serving',
    live: true,
    evaluate: (input, thresholds) => evaluateLevel(input, thresholds, latency),
  },
  {
    id: 'traffic_gone',
    title: 'Requests stopped',
    topic: 'traffic',
    looksAt: 'request rate now and at the same time before; not for batch and streaming models',
    threshold: ({ minRequestRate }) => `none, where there were ${rateWords(minRequestRate)} or more`,
    levels: ['at-risk'],
    example: 'No requests, where there were 212/s 24 h ago',
    evidence: 'serving',
    live: true,
    evaluate: evaluateTraffic,
  },
  {
    id: 'traffic_low',
    title: 'Requests are few',
    topic: 'traffic',
    looksAt: 'request rate; not for batch and streaming models',
    threshold: ({ requestRate }) => bounds(requestRate, rateWords),
    levels: ['failing', 'at-risk'],
    example: 'Requests are at 3/s, below 10/s',
    evidence: 'serving',
    live: true,
    evaluate: evaluateFewRequests,
  },
]

/** A limit in words: `at risk from 1 %, failing from 3 %`. */
export function bounds({ warn, critical }: Limit, words: (value: number) => string): string {
  const parts = [
    ...(warn === null ? [] : [`at risk from ${words(warn)}`]),
    ...(critical === null ? [] : [`failing from ${words(critical)}`]),
  ]
  return parts.length === 0 ? 'none until one is set' : parts.join(', ')
}
