import type { Identity } from '@/domain/identity'
import styles from './RequestItem.module.css'

/** A name, and whether anybody but its bearer vouches for it. */
export function Person({ who: { name, kind } }: { who: Identity }) {
  return (
    <>
      <bdi className={styles['person']}>{name}</bdi>
      {kind === 'self-declared' && <span className={styles['quiet']}> (self-declared)</span>}
    </>
  )
}
