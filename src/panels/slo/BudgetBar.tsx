import type { SloReport } from '@/domain/slo'
import { lastsWords, windowWords } from '@/domain/sloWords'
import { percentWords } from '@/domain/words'
import styles from './Slo.module.css'

/** How much of the error budget is left, and for how long. Nothing where too little was counted to tell. */
export function BudgetBar({ report }: { report: SloReport }) {
  const { budget, verdict, windowMs, minRequests } = report
  if (budget === null || budget.requests === null || budget.requests < minRequests) return null
  const lasts = lastsWords(report)
  const left = Math.min(1, Math.max(0, budget.remaining))
  return (
    <div className={styles['budget']} data-verdict={verdict}>
      <p className={styles['left']}>
        <span className={styles['figure']}>{budget.remaining <= 0 ? '0 %' : percentWords(left)}</span> left of the error budget over {windowWords(windowMs)}
        {lasts !== null && <span className={styles['until']}> · {lasts}</span>}
      </p>
      <svg className={styles['bar']} viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden>
        <rect className={styles['ground']} width="100" height="1" />
        <rect className={styles['rest']} width={left * 100} height="1" />
      </svg>
    </div>
  )
}
