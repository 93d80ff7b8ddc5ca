import { CopyButton } from '@/ui/controls/CopyButton'
import styles from './QueryText.module.css'

/** The texts that were sent to a source, to read and to copy. */
export function QueryText({ queries }: { queries: readonly string[] }) {
  return (
    <ul className={styles['list']}>
      {queries.map((query) => (
        <li key={query} className={styles['item']}>
          <pre className={styles['text']}>{query}</pre>
          <CopyButton text={query} label="Copy the query" />
        </li>
      ))}
    </ul>
  )
}
