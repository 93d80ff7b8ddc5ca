import { severityWeight, summaryOf, type AlertState } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import { setOrDelete } from '@/ui/addressParams'

export const statusFilters = ['firing', 'pending', 'silenced'] as const
export type StatusFilter = (typeof statusFilters)[number]
export const severityFilters = ['critical', 'warning', 'other'] as const
export type SeverityFilter = (typeof severityFilters)[number]

/** What the address of /alerts says about which alerts are shown. */
export interface AlertFilter {
  q: string
  /** Empty: all. */
  status: readonly StatusFilter[]
  severity: readonly SeverityFilter[]
  /** `mlflow/claim-fraud`; `null`: all models. */
  model: string | null
  /** Alerts that belong to no registered model are shown too. */
  others: boolean
}

export function parseAlertFilter(params: URLSearchParams): AlertFilter {
  const list = (name: string) => (params.get(name) ?? '').split(',')
  return {
    q: params.get('q') ?? '',
    status: statusFilters.filter((status) => list('status').includes(status)),
    severity: severityFilters.filter((severity) => list('severity').includes(severity)),
    model: params.get('model'),
    others: params.get('others') === '1',
  }
}

/** Writes a change into the address's parameters; what is at its default leaves them. */
export function writeAlertFilter(params: URLSearchParams, change: Partial<AlertFilter>): void {
  const next = { ...parseAlertFilter(params), ...change }
  setOrDelete(params, 'q', next.q)
  setOrDelete(params, 'status', next.status.join(','))
  setOrDelete(params, 'severity', next.severity.join(','))
  setOrDelete(params, 'model', next.model)
  setOrDelete(params, 'others', next.others ? '1' : '')
}

/** Whether anything is left out by it. */
export function isFiltered({ q, status, severity, model }: AlertFilter): boolean {
  return q.trim() !== '' || status.length > 0 || severity.length > 0 || model !== null
}

const statusOf: Readonly<Record<AlertState, StatusFilter>> = { firing: 'firing', pending: 'pending', suppressed: 'silenced' }

function severityFilterOf(severity: string | null): SeverityFilter {
  if (severity === 'critical' || severity === 'warning') return severity
  return severityWeight(severity) === 1 ? 'warning' : 'other'
}

/** Whether an alert is shown; `place` is what its group is called. */
export function isShown(alert: ModelAlert, place: string, filter: AlertFilter): boolean {
  const text = filter.q.trim().toLowerCase()
  const words = [place, alert.name, summaryOf(alert.annotations) ?? '', ...Object.values(alert.labels)]
  return (
    (text === '' || words.some((word) => word.toLowerCase().includes(text))) &&
    (filter.status.length === 0 || filter.status.includes(statusOf[alert.state])) &&
    (filter.severity.length === 0 || filter.severity.includes(severityFilterOf(alert.severity)))
  )
}
