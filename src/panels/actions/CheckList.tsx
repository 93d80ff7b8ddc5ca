import type { Check } from '@/domain/gate/assessment'
import type { VersionRef } from '@/domain/version'
import type { CheckRow } from '@/panels/evidence/gathered'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './CheckList.module.css'
import { CheckItem } from './CheckItem'
import { checksSummary } from './decisionWords'

export interface CheckListProps {
  rows: readonly CheckRow[]
  checks: readonly Check[]
  blockedBy: readonly Check[]
  version: VersionRef
  /** Reasons for overriding, by the id of the check. */
  overrides: Readonly<Record<string, string>>
  onOverride: (id: string, reason: string) => void
  disabled: boolean
}

/** What was looked at before the decision: each with its verdict, what was found and asked for, and how much it weighs. */
export function CheckList({ rows, checks, blockedBy, version, overrides, onOverride, disabled }: CheckListProps) {
  const settled = rows.every((row) => !row.waiting)
  return (
    <section className={styles['section']}>
      <SectionHeading level={3} note={<span role="status">{settled ? checksSummary(checks, blockedBy.length) : 'Checking …'}</span>}>
        Checks
      </SectionHeading>
      <ul className={styles['list']} aria-label="Checks">
        {rows.map((row) => (
          <CheckItem
            key={row.id}
            row={row}
            version={version}
            override={overrides[row.id] ?? ''}
            onOverride={(reason) => onOverride(row.id, reason)}
            disabled={disabled}
          />
        ))}
      </ul>
    </section>
  )
}
