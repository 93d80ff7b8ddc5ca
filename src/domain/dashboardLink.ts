import { placeholder, type Dashboards } from './dashboards'
import type { TimeRange } from './time'

/** What a link to a dashboard can say. */
export interface DashboardPlace {
  model: string
  /** `null`: of all versions; the placeholder becomes empty. */
  version: string | null
  range: TimeRange
}

/**
 * The address of the dashboard for a chart of `signal`; `null`: none is configured. Values are percent-encoded, so that
 * a name cannot lead elsewhere. Times are as Grafana takes them: epoch ms, or `now-24h` and `now` of a range that moves
 * on (https://grafana.com/docs/grafana/latest/dashboards/build-dashboards/create-dashboard-url-variables/).
 */
export function dashboardLink({ url, charts = {} }: Dashboards, signal: string, { model, version, range }: DashboardPlace): string | null {
  const template = Object.hasOwn(charts, signal) ? charts[signal] : url
  if (template === undefined) return null
  const [from, to] = range.kind === 'relative' ? [`now-${range.preset}`, 'now'] : [String(range.from), String(range.to)]
  const values: Readonly<Record<string, string>> = { model, version: version ?? '', from, to }
  return template.replaceAll(placeholder, (text, name: string) => (Object.hasOwn(values, name) ? encodeURIComponent(values[name] ?? '') : text))
}
