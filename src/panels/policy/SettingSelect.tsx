import { useId } from 'react'
import type { Inherited } from '@/domain/policyInherited'
import styles from './Policy.module.css'

export interface SettingSelectProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly string[]
  /** What holds while nothing is chosen. */
  inherited: Inherited
  disabled: boolean
}

/** One choice of a policy: the first entry leaves it to whoever decides without it. */
export function SettingSelect({ label, value, onChange, options, inherited, disabled }: SettingSelectProps) {
  const noteId = useId()
  return (
    <span className={styles['setting']}>
      <select aria-label={label} aria-describedby={noteId} className={styles['input']} value={value} disabled={disabled} onChange={(event) => onChange(event.currentTarget.value)} data-own={value !== '' || undefined}>
        <option value="">{inherited.text}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
      </select>
      <span id={noteId} className={styles['layer']} data-own={value !== '' || undefined}>
        {value === '' ? inherited.from : 'this model'}
      </span>
    </span>
  )
}
