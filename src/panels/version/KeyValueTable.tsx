import { useState } from 'react'
import { Button } from '@/ui/controls/Button'
import { countText } from '@/ui/format/numbers'
import styles from './PlainTable.module.css'

export interface KeyValueTableProps {
  /** The table's name: `Parameters`. */
  name: string
  entries: readonly (readonly [key: string, value: string])[]
}

const shownAtFirst = 30

/** Names and values as they were logged; untrusted text of any length. */
export function KeyValueTable({ name, entries }: KeyValueTableProps) {
  const [all, setAll] = useState(false)
  const shown = all ? entries : entries.slice(0, shownAtFirst)
  return (
    <div className={styles['scroll']}>
      <table className={`${styles['table'] ?? ''} ${styles['pairs'] ?? ''}`} aria-label={name}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([key, value]) => (
            <tr key={key}>
              <th scope="row" className={styles['name']}>
                <bdi>{key}</bdi>
              </th>
              <td className={styles['name']}>
                {value === '' ? <span className={styles['quiet']}>empty</span> : <LongText text={value} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < entries.length && (
        <Button size="small" variant="quiet" className={styles['more']} onClick={() => setAll(true)}>
          Show all {countText(entries.length)}
        </Button>
      )}
    </div>
  )
}

const longText = 240

/** A value that would fill the page is cut until somebody wants it. */
function LongText({ text }: { text: string }) {
  const [all, setAll] = useState(false)
  if (all || text.length <= longText) return <bdi>{text}</bdi>
  return (
    <>
      <bdi>{text.slice(0, longText)}…</bdi>{' '}
      <Button size="small" variant="quiet" onClick={() => setAll(true)}>
        Show all {countText(text.length)} characters
      </Button>
    </>
  )
}
