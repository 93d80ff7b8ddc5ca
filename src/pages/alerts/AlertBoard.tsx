import { useState } from 'react'
import type { AlertRule } from '@/domain/alerts/alert'
import type { Silence } from '@/domain/alerts/silence'
import { modelPath } from '@/domain/address'
import { AlertList } from '@/panels/alerts/AlertList'
import { useSteadyOrder } from '@/panels/alerts/steadyOrder'
import { AppLink } from '@/ui/AppLink'
import { Button } from '@/ui/controls/Button'
import { EmptyState } from '@/ui/layout/EmptyState'
import { AlertFilterBar } from './AlertFilterBar'
import { isFiltered, type AlertFilter } from './alertFilter'
import { filterGroups, type AlertGroup, type GroupedAlerts } from './alertGroups'
import styles from './AlertsPage.module.css'

interface AlertBoardProps {
  grouped: GroupedAlerts
  filter: AlertFilter
  onChange: (next: Partial<AlertFilter>) => void
  rules: readonly AlertRule[]
  silences: readonly Silence[]
}

function groupKey({ key }: AlertGroup): string {
  return key
}

/** So many models are drawn at once. */
const blockSize = 50

/** The alerts by model, those of nobody's at the end. */
export function AlertBoard({ grouped, filter, onChange, rules, silences }: AlertBoardProps) {
  const [most, setMost] = useState(blockSize)
  const { groups: found, others } = filterGroups(grouped, filter)
  const groups = useSteadyOrder(found, groupKey)
  const all = [...grouped.groups.flatMap(({ alerts }) => alerts), ...grouped.others]
  const passed = { all, rules, silences }
  const shown = groups.reduce((sum, { alerts }) => sum + alerts.length, 0)
  return (
    <>
      <AlertFilterBar filter={filter} shown={shown} total={grouped.groups.reduce((sum, { alerts }) => sum + alerts.length, 0)} onChange={onChange} />
      {groups.length === 0 && (
        <EmptyState
          title={isFiltered(filter) ? 'No alert matches' : 'No alert of a registered model'}
          action={
            isFiltered(filter) && (
              <Button size="small" onClick={() => onChange({ q: '', status: [], severity: [], model: null })}>
                Show all
              </Button>
            )
          }
        >
          {isFiltered(filter) ? 'Another word, state or severity may find it.' : 'What is pending or fires belongs to something else.'}
        </EmptyState>
      )}
      {groups.slice(0, most).map(({ key, ref, alerts }) => (
        <section key={key} aria-label={ref.name} className={styles['group']}>
          <h3 className={styles['model']}>
            <AppLink to={modelPath(ref, 'serving')}>{ref.name}</AppLink>
          </h3>
          <AlertList label={`Alerts of ${ref.name}`} alerts={alerts} {...passed} />
        </section>
      ))}
      {groups.length > most && (
        <Button onClick={() => setMost(most + blockSize)}>
          Show {Math.min(blockSize, groups.length - most)} more of {groups.length - most} models
        </Button>
      )}
      {others.length > 0 && (
        <section aria-label="Other alerts" className={styles['group']}>
          <h3 className={styles['model']}>
            <button type="button" className={styles['others']} aria-expanded={filter.others} onClick={() => onChange({ others: !filter.others })}>
              {others.length === 1 ? '1 other alert belongs' : `${others.length} other alerts belong`} to no registered model
              <span aria-hidden>{filter.others ? ' ▴' : ' ▾'}</span>
            </button>
          </h3>
          {filter.others && <AlertList label="Other alerts" alerts={others.slice(0, most)} {...passed} />}
        </section>
      )}
    </>
  )
}
