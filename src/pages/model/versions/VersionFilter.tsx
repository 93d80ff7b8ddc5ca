import { IconSearch } from '@tabler/icons-react'
import type { VersionFilterChoice, VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

export interface VersionFilterProps {
  choice: VersionFilterChoice
  rows: readonly VersionRow[]
  shown: number
  onChange: (next: Partial<VersionFilterChoice>) => void
}

/** Narrows the versions that were loaded; the choice lives in the address. */
export function VersionFilter({ choice, rows, shown, onChange }: VersionFilterProps) {
  const roles = [...new Set(rows.map(({ role }) => role))]
  const known = choice.stage === '' || roles.some((role) => role === choice.stage)
  return (
    <div className={styles['filter']} role="search" aria-label="Versions">
      <label className={styles['search']}>
        <IconSearch size={15} aria-hidden />
        <span className="sr-only">Find a version</span>
        <input
          type="search"
          placeholder="Number, alias, commit, run, text"
          data-page-search
          value={choice.q}
          onChange={(event) => onChange({ q: event.currentTarget.value })}
        />
      </label>
      <label>
        <span className="sr-only">Stage</span>
        <select className={styles['select']} value={choice.stage} onChange={(event) => onChange({ stage: event.currentTarget.value })}>
          <option value="">Any stage</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {role}
            </option>
          ))}
          {!known && <option value={choice.stage}>{choice.stage}</option>}
        </select>
      </label>
      <span className={styles['count']} role="status">
        {shown === rows.length ? '' : `${shown} of ${rows.length} shown`}
      </span>
    </div>
  )
}
