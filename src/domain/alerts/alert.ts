import type { ModelRef } from '@/domain/model'
import type { EpochMs } from '@/domain/time'

export type Labels = Readonly<Record<string, string>>

/**
 * `pending`: its condition holds, but not for as long as its rule asks · `firing` · `suppressed`: it fires,
 * and nobody is told, because of a silence or because another alert speaks for it.
 */
export const alertStates = ['firing', 'suppressed', 'pending'] as const
export type AlertState = (typeof alertStates)[number]

/** One alert as a source, or several sources together, know it. */
export interface Alert {
  /** The label `alertname`. */
  name: string
  state: AlertState
  /** The label `severity`, lower case; `page` counts as `critical`, `ticket` as `warning`; `null`: it has none. */
  severity: string | null
  /** When its condition began to hold, as far back as any source knows. */
  since: EpochMs | null
  /** All labels, `alertname` among them: they are its identity. */
  labels: Labels
  annotations: Labels
  /** The value that the rule's expression had at its last evaluation; `null`: no source of rules knows it. */
  value: number | null
  /** Ids of the silences that cover it now. */
  silencedBy: readonly string[]
  /** How many other alerts speak for it. */
  inhibitions: number
  /** Ids of the sources that know it; the first one's labels are shown. */
  sources: readonly string[]
  /** The page of its expression; from the server, so only http(s) addresses are kept. */
  graphUrl: string | null
}

/** What an alert is about. */
export interface AlertSubject {
  ref: ModelRef
  /** `null`: the whole model. */
  version: string | null
}

/** An alert joined to registered models. */
export interface JoinedAlert extends Alert {
  /** Empty: it belongs to no registered model. */
  subjects: readonly AlertSubject[]
}

export function fitsModel(a: ModelRef, b: ModelRef): boolean {
  return a.source === b.source && a.name === b.name
}

/** A rule that may raise alerts. */
export interface AlertRule {
  name: string
  group: string
  query: string
  /** How long the condition must hold before it fires. */
  forMs: number
  severity: string | null
  state: 'inactive' | 'pending' | 'firing' | 'unknown'
  /** `null`: its last evaluation went well; else what went wrong. It never fires then. */
  error: string | null
  evaluatedAt: EpochMs | null
  summary: string | null
}

const severityWords: Readonly<Record<string, string>> = { page: 'critical', ticket: 'warning' }

/** The label `severity` as the judgements read it. */
export function severityOf(labels: Labels): string | null {
  const word = labels['severity']?.trim().toLowerCase()
  if (word === undefined || word === '') return null
  return severityWords[word] ?? word
}

/** The sentence that tells a person what is wrong: the annotation `summary`, else `description`, else `message`. */
export function summaryOf(annotations: Labels): string | null {
  for (const name of ['summary', 'description', 'message']) {
    const text = annotations[name]?.trim()
    if (text !== undefined && text !== '') return text
  }
  return null
}

/** Whether its condition holds and has held for long enough: silenced or not. */
export function holds({ state }: Pick<Alert, 'state'>): boolean {
  return state !== 'pending'
}

/** An identity for lists: all labels, sorted. */
export function alertKey({ labels }: Pick<Alert, 'labels'>): string {
  return JSON.stringify(Object.entries(labels).toSorted(([a], [b]) => (a < b ? -1 : 1)))
}

/** Severities that ask for nobody. */
const quietSeverities: ReadonlySet<string | null> = new Set(['info', 'none', 'debug', 'notice'])

/** How much it weighs: critical, then warning and what says nothing of itself, then what only informs. */
export function severityWeight(severity: string | null): 2 | 1 | 0 {
  if (severity === 'critical') return 2
  return quietSeverities.has(severity) ? 0 : 1
}

const stateWeight: Readonly<Record<AlertState, number>> = { firing: 2, pending: 1, suppressed: 0 }

/** What needs a person first: firing before pending before silenced, then by severity, then the newest. */
export function compareAlerts(a: Alert, b: Alert): number {
  return (
    stateWeight[b.state] - stateWeight[a.state] ||
    severityWeight(b.severity) - severityWeight(a.severity) ||
    (b.since ?? 0) - (a.since ?? 0) ||
    a.name.localeCompare(b.name) ||
    alertKey(a).localeCompare(alertKey(b))
  )
}
