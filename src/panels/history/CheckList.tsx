import { IconAlertTriangle, IconCheck, IconMinus, IconQuestionMark, IconX } from '@tabler/icons-react'
import type { RecordedCheck } from '@/domain/change'
import styles from './CheckList.module.css'
import { verdictOf, verdictWords, type Verdict } from './decisionWords'

const icons: Readonly<Record<Verdict, typeof IconCheck>> = {
  pass: IconCheck,
  warn: IconAlertTriangle,
  fail: IconX,
  unknown: IconQuestionMark,
  'not-applicable': IconMinus,
}

/** The checks as they stood when it was decided: name, verdict, value, threshold. */
export function CheckList({ checks }: { checks: readonly RecordedCheck[] }) {
  if (checks.length === 0) return <p className={styles['none']}>The record names no check: none was run, or another tool decided.</p>
  return (
    <ul className={styles['list']} aria-label="Checks">
      {checks.map(([name, text, value, threshold], index) => {
        const verdict = verdictOf(text)
        const Icon = icons[verdict]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- a record never changes, and may name a check twice
          <li key={index} className={styles['check']} data-verdict={verdict}>
            <Icon size={14} aria-hidden />
            <bdi className={styles['name']}>{name}</bdi>
            <span className={styles['verdict']}>{verdict === text || text === '' ? verdictWords[verdict] : <bdi>{text}</bdi>}</span>
            <span className={styles['value']}>
              <bdi>{value === '' ? '–' : value}</bdi>
              {threshold !== '' && (
                <span className={styles['threshold']}>
                  {' '}
                  asked: <bdi>{threshold}</bdi>
                </span>
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
