import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { statusWords } from '@/domain/health/assess'
import { FilterChip } from '@/ui/controls/FilterChip'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import type { ListQuery, StageFilter } from './listQuery'
import type { ModelRow } from './modelRow'
import styles from './ModelsPage.module.css'

interface FilterBarProps {
  query: ListQuery
  rows: readonly ModelRow[]
  /** How many rows are left. */
  shown: number
  person: string | null
  onChange: (next: Partial<ListQuery>, replace?: boolean) => void
  /** Tools at the right. */
  children: ReactNode
}

const stageWords: Readonly<Record<StageFilter, string>> = {
  production: 'in production',
  candidate: 'candidate waits',
  requested: 'promotion requested',
  sunset: 'sunset set',
  none: 'no production version',
}

/** Search and filters over the list; all of them live in the address. */
export function FilterBar({ query, rows, shown, person, onChange, children }: FilterBarProps) {
  const owners = [...new Set(rows.flatMap(({ model }) => model.owner ?? []))].toSorted((a, b) => a.localeCompare(b))
  const words: Readonly<Record<string, string>> = statusWords
  return (
    <div className={styles['filters']} role="search" aria-label="Models">
      <label className={styles['search']}>
        <IconSearch size={15} aria-hidden />
        <span className="sr-only">Search by name or owner</span>
        <input
          type="search"
          placeholder="Search by name or owner"
          data-page-search
          value={query.q}
          onChange={(event) => onChange({ q: event.target.value }, true)}
        />
      </label>
      <label>
        <span className="sr-only">Owner</span>
        <select
          className={styles['select']}
          value={query.owner ?? ''}
          onChange={(event) => onChange({ owner: event.target.value === '' ? null : event.target.value })}
        >
          <option value="">Any owner</option>
          {owners.map((owner) => (
            <option key={owner} value={owner}>
              {owner}
            </option>
          ))}
        </select>
      </label>
      <ToggleChip pressed={query.mine} onToggle={() => onChange({ mine: !query.mine })}>
        Mine
      </ToggleChip>
      <ToggleChip pressed={query.pinned} onToggle={() => onChange({ pinned: !query.pinned })}>
        Pinned
      </ToggleChip>
      {query.status.map((status) => (
        <FilterChip
          key={status}
          name="Status"
          value={words[status] ?? status}
          onRemove={() => onChange({ status: query.status.filter((other) => other !== status) })}
        />
      ))}
      {query.stage.map((stage) => (
        <FilterChip
          key={stage}
          name="Stage"
          value={stageWords[stage]}
          onRemove={() => onChange({ stage: query.stage.filter((other) => other !== stage) })}
        />
      ))}
      {query.mine && person === null && <span className={styles['quiet']}>Say who you are at the top right first.</span>}
      <span className={styles['count']} role="status">
        {shown === rows.length ? `${rows.length} models` : `${shown} of ${rows.length} models`}
      </span>
      {children}
    </div>
  )
}
