import { useId } from 'react'
import type { Inherited } from '@/domain/policyInherited'
import styles from './Policy.module.css'

export interface SettingInputProps {
  /** `F1 warn`: unlike in every other cell. */
  label: string
  value: string
  onChange: (value: string) => void
  /** What holds while it is empty. */
  inherited: Inherited | null
  problem: string | undefined
  disabled: boolean
  /** Words for the empty field where nothing is inherited. */
  nothing?: string
}

/** One setting of a policy: what is typed, or what holds without it, and who decided that. */
export function SettingInput({ label, value, onChange, inherited, problem, disabled, nothing = 'not set' }: SettingInputProps) {
  const noteId = useId()
  const own = value.trim() !== ''
  return (
    <span className={styles['setting']}>
      <input
        aria-label={label}
        aria-invalid={problem !== undefined || undefined}
        aria-describedby={noteId}
        className={styles['input']}
        inputMode="decimal"
        autoComplete="off"
        placeholder={inherited?.text ?? '–'}
        value={value}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <span id={noteId} className={styles['layer']} data-own={own || undefined} data-wrong={problem !== undefined || undefined}>
        {problem ?? (own ? 'this model' : (inherited?.from ?? nothing))}
      </span>
    </span>
  )
}
