import { IconAlertTriangle } from '@tabler/icons-react'
import type { Problem } from '@/domain/problem'
import styles from './ProblemList.module.css'

/** What a source said that does not add up, in words. Draws nothing when all is well. */
export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={styles['list']} aria-label="Problems">
      {problems.map(({ field, message }) => (
        <li key={`${field} ${message}`} className={styles['item']}>
          <IconAlertTriangle size={15} aria-hidden />
          <span>
            <bdi>{message}</bdi> <code className={styles['field']}>{field}</code>
          </span>
        </li>
      ))}
    </ul>
  )
}
