import type { PlannedWrite } from '@/domain/plannedWrites'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import { planLine } from './planWords'
import styles from './WillBeWritten.module.css'

export interface WillBeWrittenProps {
  /** The registry's id. */
  registry: string
  writes: readonly PlannedWrite[]
}

/** Exactly what the decision leaves in the registry. */
export function WillBeWritten({ registry, writes }: WillBeWrittenProps) {
  return (
    <section>
      <SectionHeading level={3} note={`to ${registry}`}>
        Will be written
      </SectionHeading>
      <ul className={styles['list']} aria-label="Will be written">
        {writes.map((write) => {
          const { what, where, change, minor, optional } = planLine(write)
          return (
            <li key={`${write.on} ${write.version ?? ''} ${write.kind} ${write.name}`} className={styles['item']} data-minor={minor || undefined}>
              <span className={styles['what']}>{what}</span>
              {where !== '' && <span className={styles['where']}> on {where}</span>}
              {change !== '' && <span className={styles['change']}> {change}</span>}
              {optional && <span className={styles['where']}> (last; if it is refused, the decision holds without it)</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
