import styles from './Operations.module.css'
import type { Unsaid } from './operationCharts'

export interface UnsaidListProps {
  /** The source's id. */
  source: string
  unsaid: readonly Unsaid[]
}

/** What is not drawn, and why, in words: a chart without lines says nothing. */
export function UnsaidList({ source, unsaid }: UnsaidListProps) {
  if (unsaid.length === 0) return null
  return (
    <ul className={styles['unsaid']}>
      {unsaid.map(({ kind, titles, why }) => (
        <li key={why}>
          <strong>
            {kind === 'empty' ? 'Nothing here yet' : `Not supported by ${source}`}: {titles.join(', ')}.
          </strong>{' '}
          {why}
        </li>
      ))}
    </ul>
  )
}
