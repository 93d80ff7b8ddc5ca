import { IconExternalLink } from '@tabler/icons-react'
import { dashboardLink } from '@/domain/dashboardLink'
import type { SignalName } from '@/domain/signal'
import { useTimeRange } from '@/panels/timeControls'
import { useSources } from '@/queries/sources'
import styles from './OpenInGrafana.module.css'

/** What a chart is about, for those who draw the same elsewhere. */
export interface ChartAbout {
  signal: SignalName
  /** The registered model's name. */
  model: string
  /** The version that matters most in it; `null`: none. */
  version: string | null
}

/** Leads to the deployment's own dashboard, at this model, version and range; nothing where config.json names none. */
export function OpenInGrafana({ signal, model, version }: ChartAbout) {
  const { dashboards } = useSources()
  const [range] = useTimeRange()
  const href = dashboards === null ? null : dashboardLink(dashboards, signal, { model, version, range })
  if (href === null) return null
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={`${styles['link'] ?? ''} no-print`} title="Open in Grafana">
      <IconExternalLink size={16} aria-hidden />
      <span className="sr-only">Open in Grafana (opens in a new tab)</span>
    </a>
  )
}
