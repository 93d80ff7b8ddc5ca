import { IconSearch } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { changeActions, type PlacedChange } from '@/domain/change'
import { FilterChip } from '@/ui/controls/FilterChip'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { countText } from '@/ui/format/numbers'
import { actionNouns } from './decisionWords'
import { historyFacets, type HistoryFilter } from './historyFilter'
import styles from './HistoryFilterBar.module.css'

export interface HistoryFilterBarProps {
  filter: HistoryFilter
  /** All decisions, before the filter. */
  changes: readonly PlacedChange[]
  shown: number
  placeholder: string
  onChange: (next: Partial<HistoryFilter>) => void
  /** Further choices, and tools at the far end. */
  children?: ReactNode
}

/** Search and filters over decisions; all of them live in the address. */
export function HistoryFilterBar({ filter, changes, shown, placeholder, onChange, children }: HistoryFilterBarProps) {
  const { actors, counts } = historyFacets(changes)
  const strangerNamed = filter.actor !== null && !actors.includes(filter.actor)
  const actions = changeActions.filter((action) => counts.has(action) || filter.actions.includes(action))
  return (
    <div className={styles['bar']} role="search" aria-label="Decisions">
      <label className={styles['search']}>
        <IconSearch size={15} aria-hidden />
        <span className="sr-only">Search decisions</span>
        <input
          type="search"
          placeholder={placeholder}
          data-page-search
          value={filter.q}
          onChange={(event) => onChange({ q: event.currentTarget.value })}
        />
      </label>
      <label>
        <span className="sr-only">Person</span>
        <select
          className={styles['select']}
          value={filter.actor ?? ''}
          onChange={(event) => onChange({ actor: event.currentTarget.value === '' ? null : event.currentTarget.value })}
        >
          <option value="">Anybody</option>
          {actors.map((actor) => (
            <option key={actor} value={actor}>
              {actor}
            </option>
          ))}
          {strangerNamed && <option value={filter.actor ?? ''}>{filter.actor}</option>}
        </select>
      </label>
      {actions.map((action) => {
        const on = filter.actions.includes(action)
        return (
          <ToggleChip
            key={action}
            pressed={on}
            onToggle={() => onChange({ actions: on ? filter.actions.filter((other) => other !== action) : [...filter.actions, action] })}
          >
            {actionNouns[action]} {countText(counts.get(action) ?? 0)}
          </ToggleChip>
        )
      })}
      {strangerNamed && <FilterChip name="Person" value={filter.actor ?? ''} onRemove={() => onChange({ actor: null })} />}
      <span className={styles['count']} role="status">
        {shown === changes.length ? '' : `${countText(shown)} of ${countText(changes.length)} decisions`}
      </span>
      {children}
    </div>
  )
}
