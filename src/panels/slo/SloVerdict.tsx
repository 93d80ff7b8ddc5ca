import type { Objectives, RuleState, SloReport } from '@/domain/slo'
import { ruleWords, sloSentences } from '@/domain/sloWords'
import { minuteMs } from '@/domain/time'
import { latencyWords } from '@/domain/words'
import { StatusBadge } from '@/ui/badges/StatusBadge'
import type { Status } from '@/ui/badges/status'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { BudgetBar } from './BudgetBar'
import styles from './Slo.module.css'
import type { SloView } from './useSlo'

export interface SloVerdictProps {
  view: SloView
  objectives: Objectives
  onRetry: () => unknown
}

/** The verdict in words, what is left of the budget, and how each rule stands. */
export function SloVerdict({ view, objectives, onRetry }: SloVerdictProps) {
  const { report, failure } = view
  const latency = latencySentence(view, objectives)
  return (
    <div className={styles['verdict']}>
      {report !== null && (
        <div className={styles['words']}>
          <StatusBadge status={statusOf[report.verdict]} />
          <p>{sloSentences(report).join(' ')}</p>
        </div>
      )}
      {failure !== null && (
        <p className={styles['quiet']}>
          Some windows could not be read. <InlineFailure error={failure} onRetry={onRetry} />
        </p>
      )}
      {report !== null && <BudgetBar report={report} />}
      {latency !== null && (
        <div className={styles['words']}>
          <StatusBadge status={latency.status} />
          <p>{latency.sentence}</p>
        </div>
      )}
      {report !== null && (
        <ul className={styles['rules']} aria-label="Rules">
          {report.rules.map(({ rule, state }) => (
            <li key={rule.rate} data-state={state}>
              {rule.severity === 'page' ? 'Page' : 'Ticket'} at {ruleWords(rule)}: <strong>{stateWords(state, report)}</strong>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

const statusOf: Readonly<Record<SloReport['verdict'], Status>> = {
  page: 'failing',
  spent: 'failing',
  ticket: 'at-risk',
  ok: 'ok',
  unknown: 'no-data',
}

function stateWords(state: RuleState['state'], { minRequests }: SloReport): string {
  return state === 'fires' ? 'reached' : state === 'quiet' ? 'not reached' : `not judged (a window has no figure, or fewer than ${minRequests} requests)`
}

function latencySentence({ p95 }: SloView, { latencyMs }: Objectives): { status: Status; sentence: string } | null {
  if (latencyMs === null || p95.size === 0) return null
  const now = p95.get(5 * minuteMs) ?? null
  if (now === null) return { status: 'no-data', sentence: 'Nothing was timed in the last 5 min.' }
  const within = now <= latencyMs.value
  return {
    status: within ? 'ok' : 'at-risk',
    sentence: `p95 of the last 5 min is ${latencyWords(now)}, ${within ? 'within' : 'beyond'} the ${latencyWords(latencyMs.value)} of the objective.`,
  }
}
