import { compareAlerts, severityWeight, type Alert } from '@/domain/alerts/alert'
import { durationWords, versionWords } from '@/domain/words'
import type { HealthInput } from './input'
import { notAsked, ok, unknown, type Finding, type HealthRule, type Verdict } from './rule'

/** What an alert says of the model: of a version that does not serve production it is only worth knowing. */
function levelOf(alert: JudgedAlert, production: string | null): Finding['level'] | null {
  if (alert.state === 'pending') return null
  if (alert.state === 'suppressed') return alert.silenced ? 'hint' : null
  if (alert.version !== null && production !== null && alert.version !== production) return 'hint'
  return (['hint', 'at-risk', 'failing'] as const)[severityWeight(alert.severity)]
}

type JudgedAlert = NonNullable<HealthInput['alerts']>[number]

function evaluate({ alerts, production, now }: HealthInput): Verdict {
  if (alerts === undefined) return notAsked
  if (alerts === null) return unknown('Alerts: no source answered')
  for (const level of ['failing', 'at-risk', 'hint'] as const) {
    const found = alerts.filter((alert) => levelOf(alert, production?.version ?? null) === level)
    const [first] = found
    if (first) return { level, sentence: sentenceOf(found, first, now), since: first.since }
  }
  return ok
}

function sentenceOf(found: readonly JudgedAlert[], first: JudgedAlert, now: number): string {
  if (found.length > 1) {
    const named = [...new Set(found.map(({ name }) => name))]
    const more = named.length > 2 ? ` and ${named.length - 2} more` : ''
    const silenced = found.every(({ silenced }) => silenced) ? ', silenced' : ''
    return `${found.length} ${first.severity === 'critical' ? 'critical alerts' : 'alerts'} fire${silenced}: ${named.slice(0, 2).join(', ')}${more}`
  }
  const version = first.version === null ? '' : ` of ${versionWords(first.version)}`
  const kind = first.severity === 'critical' ? 'Critical alert' : 'Alert'
  const since = first.since === null ? '' : ` for ${durationWords(now - first.since)}`
  return `${kind} ${first.name}${version} fires${since}${first.silenced ? ', silenced' : ''}`
}

/** The rows of the table that pass on what alert rules elsewhere have found. */
export const alertRules: readonly HealthRule[] = [
  {
    id: 'alert_fires',
    title: 'An alert fires',
    topic: 'alerts',
    looksAt: 'alerts of the model that fire in Prometheus or Alertmanager; a hint where they are silenced, only inform, or speak of a version that does not serve production',
    threshold: () => 'failing for `critical` or `page`, at risk for any other severity but `info` and `none`',
    levels: ['failing', 'at-risk', 'hint'],
    example: 'Critical alert HighErrorRatio of v18 fires for 3 h',
    evidence: 'serving',
    live: false,
    evaluate,
  },
]

/** The alerts of one model as the rules look at them, what needs a person first. */
export function judgedAlerts(alerts: readonly (Alert & { version: string | null })[]): readonly JudgedAlert[] {
  return alerts
    .toSorted(compareAlerts)
    .map(({ name, severity, state, since, silencedBy, version }) => ({ name, severity, state, since, version, silenced: silencedBy.length > 0 }))
}
