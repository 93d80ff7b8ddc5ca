import { noValue } from '@/ui/format/numbers'
import { Hint } from './Hint'
import styles from './Absent.module.css'

/** Stands where there is no value, and says why on hover and focus. `reason` is a sentence. */
export function Absent({ reason }: { reason: string }) {
  return (
    <Hint hint={reason} className={styles['absent']}>
      <span aria-hidden>{noValue}</span>
      <span className="sr-only">No value</span>
    </Hint>
  )
}
