import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { SignalName } from '@/domain/signal'
import type { MonitoringSource, QueryPlan } from '@/ports/monitoring'
import { planQuery } from '@/queries/monitoring'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { SignalRow } from './SignalRow'
import styles from './Queries.module.css'

/** How each signal is asked for, or why it is not; any of it can be tried with another query. */
export function QueriesPanel({ monitoring }: { monitoring: MonitoringSource }) {
  const state = useQuery(planQuery(monitoring))
  const plan = state.data
  return (
    <div className={styles['wide']}>
      <PanelFrame
        title={`Queries (${monitoring.id})`}
        {...(plan && plan.preset.title !== '' && { unit: `of ${plan.preset.title}` })}
        state={state}
        headingLevel={2}
        minHeight={400}
      >
        {(loaded) => <SignalList plan={loaded} monitoring={monitoring} />}
      </PanelFrame>
    </div>
  )
}

function SignalList({ plan, monitoring }: { plan: QueryPlan; monitoring: MonitoringSource }) {
  const [open, setOpen] = useState<SignalName | null>(null)
  const { model, version } = plan.labels
  return (
    <>
      <p className={styles['lead']}>
        Label <code>{model}</code> names the model
        {version === null ? '; there is none for the version.' : <>, label <code>{version}</code> the version.</>} Try
        another query against the server: nothing is written, and the lines for config.json are yours to copy.
      </p>
      <ul className={styles['list']} aria-label="Signals">
        {plan.signals.map((signal) => (
          <SignalRow
            key={signal.name}
            signal={signal}
            plan={plan}
            monitoring={monitoring}
            isOpen={open === signal.name}
            onToggle={() => setOpen(open === signal.name ? null : signal.name)}
          />
        ))}
      </ul>
    </>
  )
}
