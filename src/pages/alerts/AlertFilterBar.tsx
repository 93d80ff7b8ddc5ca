import { FilterChip } from '@/ui/controls/FilterChip'
import { TextField } from '@/ui/controls/TextField'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { severityFilters, type AlertFilter, type SeverityFilter } from './alertFilter'
import styles from './AlertsPage.module.css'

interface AlertFilterBarProps {
  filter: AlertFilter
  /** Alerts of registered models that are left, and all of them. */
  shown: number
  total: number
  onChange: (next: Partial<AlertFilter>) => void
}

const severityWords: Readonly<Record<SeverityFilter, string>> = { critical: 'Critical', warning: 'Warning', other: 'Other' }

/** Search and severities; what is chosen elsewhere stands as chips. All of it lives in the address. */
export function AlertFilterBar({ filter, shown, total, onChange }: AlertFilterBarProps) {
  const toggle = (severity: SeverityFilter) =>
    onChange({ severity: filter.severity.includes(severity) ? filter.severity.filter((other) => other !== severity) : [...filter.severity, severity] })
  return (
    <div className={styles['filters']} role="search" aria-label="Filter alerts">
      <div className={styles['search']}>
        <TextField label="Search" hideLabel type="search" placeholder="Model, alert, label" data-page-search value={filter.q} onChange={(event) => onChange({ q: event.currentTarget.value })} />
      </div>
      {severityFilters.map((severity) => (
        <ToggleChip key={severity} pressed={filter.severity.includes(severity)} onToggle={() => toggle(severity)}>
          {severityWords[severity]}
        </ToggleChip>
      ))}
      {filter.model !== null && <FilterChip name="Model" value={filter.model.slice(filter.model.indexOf('/') + 1)} onRemove={() => onChange({ model: null })} />}
      <span className={styles['count']} role="status">
        {shown === total ? `${total} ${total === 1 ? 'alert' : 'alerts'}` : `${shown} of ${total} alerts`}
      </span>
    </div>
  )
}
