import type { ReactNode } from 'react'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { TextField } from '@/ui/controls/TextField'
import { silenceDurations } from './alertWords'
import styles from './SilenceDialog.module.css'

export interface LengthFieldProps {
  value: string
  onChange: (value: string) => void
  error: string | null
  /** When it ends. */
  children: ReactNode
}

/** How long a silence lasts: one of the usual lengths, or one that is typed. */
export function LengthField({ value, onChange, error, children }: LengthFieldProps) {
  return (
    <div className={styles['length']}>
      <TextField
        label="For how long"
        value={value}
        error={error}
        help={children}
        maxLength={12}
        inputMode="text"
        spellCheck={false}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <div role="group" aria-label="Usual lengths" className={styles['lengths']}>
        {silenceDurations.map((length) => (
          <ToggleChip key={length} pressed={length === value.trim()} onToggle={() => onChange(length)}>
            {length}
          </ToggleChip>
        ))}
      </div>
    </div>
  )
}
