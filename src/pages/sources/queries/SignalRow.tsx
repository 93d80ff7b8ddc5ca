import { lazy, Suspense } from 'react'
import type { MonitoringSource, QueryPlan, SignalPlan } from '@/ports/monitoring'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/frame/Skeleton'
import { signalWords } from './signalWords'
import styles from './Queries.module.css'

const TryQuery = lazy(async () => ({ default: (await import('./TryQuery')).TryQuery }))

export interface SignalRowProps {
  signal: SignalPlan
  plan: QueryPlan
  monitoring: MonitoringSource
  isOpen: boolean
  onToggle: () => void
}

/** One signal: its query in use or the reason why there is none, and the place to try another. */
export function SignalRow({ signal, plan, monitoring, isOpen, onToggle }: SignalRowProps) {
  const { name, query, modelQuery, origin, reason, notes } = signal
  return (
    <li className={styles['row']} aria-label={signalWords[name]}>
      <div className={styles['name']}>
        <strong>{signalWords[name]}</strong>
        <code>{name}</code>
        {origin === 'config' && <span className={styles['origin']}>from config.json</span>}
      </div>
      <div className={styles['what']}>
        {query !== null && !isOpen && <pre className={styles['query']}>{query}</pre>}
        {modelQuery !== null && !isOpen && (
          <details className={styles['more']}>
            <summary>For the model as a whole</summary>
            <pre className={styles['query']}>{modelQuery}</pre>
          </details>
        )}
        {reason !== null && <p className={styles['reason']}>{reason}</p>}
        {notes.map((note) => (
          <p key={note} className={styles['note']}>
            {note}
          </p>
        ))}
      </div>
      <Button size="small" aria-expanded={isOpen} aria-label={`${isOpen ? 'Close' : 'Try'} ${signalWords[name]}`} onClick={onToggle}>
        {isOpen ? 'Close' : 'Try'}
      </Button>
      {isOpen && (
        <div className={styles['try']}>
          <Suspense fallback={<Skeleton height={200} />}>
            <TryQuery signal={signal} plan={plan} monitoring={monitoring} />
          </Suspense>
        </div>
      )}
    </li>
  )
}
