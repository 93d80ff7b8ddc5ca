import { sunsetDays } from '@/domain/lifecycle'
import { daysWords, rateWords, versionWords } from '@/domain/words'
import { evaluateChallenger, worthwhile } from './challenger'
import type { HealthInput } from './input'
import type { HealthRule, Verdict } from './rule'
import { notAsked, ok, unknown } from './rule'
import type { HealthThresholds } from './thresholds'

function evaluateProduction({ production, requestRate }: HealthInput): Verdict {
  if (production === undefined) return notAsked
  if (production !== null) return ok
  const rate = requestRate?.now ?? 0
  if (rate === 0) return { level: 'hint', sentence: 'No version is marked as production' }
  return { level: 'at-risk', sentence: `Serves ${rateWords(rate)}, but no version is marked as production` }
}

function evaluateDangling({ danglingAliases, production }: HealthInput): Verdict {
  if (danglingAliases === undefined) return notAsked
  if (danglingAliases === null) return unknown('Aliases: the versions are not known')
  const serving = danglingAliases.find(({ version }) => production?.by === 'alias' && version === production.version)
  const dangling = serving ?? danglingAliases[0]
  if (dangling === undefined) return ok
  return {
    level: serving === undefined ? 'at-risk' : 'failing',
    sentence: `Alias ${dangling.alias} points at ${versionWords(dangling.version)}, which no longer exists`,
  }
}

function evaluateReady({ champion }: HealthInput): Verdict {
  if (champion === undefined) return notAsked
  if (champion === null) return unknown('Production version: it could not be read')
  if (champion.status === 'ready') return ok
  if (champion.status === 'unknown') return unknown('Production version: the registry does not say whether it is ready')
  const version = versionWords(champion.ref.version)
  return champion.status === 'failed'
    ? { level: 'failing', sentence: `${version} serves production, but registering it failed` }
    : { level: 'at-risk', sentence: `${version} serves production, but is still being registered` }
}

function evaluateRetired({ champion, now }: HealthInput): Verdict {
  if (champion === undefined) return notAsked
  if (champion === null) return unknown('Production version: it could not be read')
  const { state, sunset } = champion.lifecycle
  if (state === 'active') return ok
  const days = sunsetDays(sunset, now)
  return {
    level: days !== null && days < 0 ? 'failing' : 'at-risk',
    sentence: `${versionWords(champion.ref.version)} serves production, but is ${state}${sunsetWords(days)}`,
  }
}

function evaluateRetiredInUse(input: HealthInput, { sunsetNearDays }: HealthThresholds): Verdict {
  const { otherTraffic, production, now } = input
  if (otherTraffic === undefined) return notAsked
  if (otherTraffic === null) return unknown('Requests by version: no data')
  const used = otherTraffic.flatMap(({ version, requestRate }) => {
    const { state, sunset } = version.lifecycle
    const days = sunsetDays(sunset, now)
    const due = state === 'archived' || (state === 'deprecated' && days !== null && days <= sunsetNearDays)
    if (!due || requestRate === null || requestRate <= 0 || version.ref.version === production?.version) return []
    return { version: version.ref.version, state, days, requestRate }
  })
  const [first, ...others] = used.toSorted((a, b) => (a.days ?? Infinity) - (b.days ?? Infinity) || 0)
  if (first === undefined) return ok
  const more = others.length === 0 ? '' : `, and ${others.length} more`
  const word = first.state === 'archived' ? 'Archived' : 'Deprecated'
  return {
    level: 'at-risk',
    sentence: `${word} ${versionWords(first.version)} still gets ${rateWords(first.requestRate)}${sunsetWords(first.days)}${more}`,
    action: { kind: 'open', label: `Open ${versionWords(first.version)}`, version: first.version },
  }
}

function sunsetWords(days: number | null): string {
  if (days === null) return ''
  if (days === 0) return '; its sunset is today'
  return days > 0 ? `; its sunset is in ${daysWords(days)}` : `; its sunset was ${daysWords(-days)} ago`
}

function evaluateDecision({ pending }: HealthInput): Verdict {
  if (pending === undefined) return notAsked
  if (pending !== 'decision') return ok
  return {
    level: 'at-risk',
    sentence: 'A decision was begun and not finished',
    action: { kind: 'open', label: 'Finish or revert' },
  }
}

function evaluateRequest({ pending }: HealthInput): Verdict {
  if (pending === undefined) return notAsked
  if (pending !== 'request') return ok
  return { level: 'hint', sentence: 'A request for promotion waits', action: { kind: 'open', label: 'Open the request' } }
}

type Row = Omit<HealthRule, 'evidence' | 'live' | 'threshold'> & Partial<Pick<HealthRule, 'evidence' | 'threshold'>>

const rows: readonly Row[] = [
  {
    id: 'alias_dangles',
    title: 'An alias points nowhere',
    topic: 'aliases',
    looksAt: 'aliases and the versions that exist; failing where it is the production alias',
    levels: ['failing', 'at-risk'],
    example: 'Alias champion points at v12, which no longer exists',
    evaluate: evaluateDangling,
  },
  {
    id: 'version_not_ready',
    title: 'The production version is not ready',
    topic: 'readiness',
    looksAt: 'registration status of the production version; failing where it failed',
    levels: ['failing', 'at-risk'],
    example: 'v12 serves production, but registering it failed',
    evaluate: evaluateReady,
  },
  {
    id: 'champion_retired',
    title: 'The production version is retired',
    topic: 'retirement',
    looksAt: 'lifecycle and sunset of the production version; failing after the sunset',
    levels: ['failing', 'at-risk'],
    example: 'v12 serves production, but is deprecated; its sunset is in 9 days',
    evaluate: evaluateRetired,
  },
  {
    id: 'retired_in_use',
    title: 'A retired version still receives requests',
    topic: 'retired-traffic',
    looksAt: 'request rate of archived versions, and of deprecated ones whose sunset is near or past',
    threshold: ({ sunsetNearDays }) => `sunset within ${sunsetNearDays} days`,
    levels: ['at-risk'],
    example: 'Deprecated v9 still gets 2.3/s; its sunset is in 9 days',
    evaluate: evaluateRetiredInUse,
  },
  {
    id: 'decision_unfinished',
    title: 'A decision was not finished',
    topic: 'decision',
    looksAt: 'tags `modeldeck.intent.*`',
    levels: ['at-risk'],
    example: 'A decision was begun and not finished',
    evaluate: evaluateDecision,
  },
  {
    id: 'no_production',
    title: 'No production version',
    topic: 'production',
    looksAt: 'production alias and stage, and request rate: a hint where nothing is served',
    levels: ['at-risk', 'hint'],
    example: 'Serves 2.3/s, but no version is marked as production',
    evaluate: evaluateProduction,
  },
  {
    id: 'challenger_better',
    title: 'The challenger is better',
    topic: 'challenger',
    looksAt: 'the primary measure of champion and challenger, logged alike and not in training',
    threshold: () => `${worthwhile.ratio} better; ${worthwhile.share * 100} % where it is no ratio`,
    levels: ['hint'],
    example: 'Challenger v8 is better: F1 0.925, champion 0.912',
    evaluate: evaluateChallenger,
  },
  {
    id: 'request_waits',
    title: 'A request waits',
    topic: 'decision',
    looksAt: 'tag `modeldeck.pending`',
    levels: ['hint'],
    example: 'A request for promotion waits',
    evidence: 'requests',
    evaluate: evaluateRequest,
  },
]

/** The rules on what the registry says. They call nothing OK: they do not see the running model. */
export const versionRules: readonly HealthRule[] = rows.map((row) => ({
  threshold: () => '–',
  evidence: 'versions',
  ...row,
  live: false,
}))
