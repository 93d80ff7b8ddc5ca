import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { EpochMs } from '@/domain/time'
import { IconButton } from '@/ui/controls/IconButton'
import { fromLocalInput, localInput } from './localTime'
import styles from './MomentField.module.css'

export interface MomentFieldProps {
  label: string
  /** `null`: none chosen. */
  at: EpochMs | null
  onChange: (at: EpochMs | null) => void
}

/** A date and time in the reader's zone. */
export function MomentField({ label, at, onChange }: MomentFieldProps) {
  // While it is being typed it is no whole moment, and must not be taken away.
  const [text, setText] = useState<string | null>(null)
  const shown = text ?? (at === null ? '' : localInput(at))
  return (
    <span className={styles['field']}>
      <label className={styles['label']}>
        {label}
        <input
          type="datetime-local"
          className={styles['input']}
          max="9999-12-31T23:59"
          value={shown}
          onChange={(event) => {
            const next = event.currentTarget.value
            const moment = fromLocalInput(next)
            setText(moment === null ? next : null)
            if (moment !== null) onChange(moment)
            else if (next === '') onChange(null)
          }}
        />
      </label>
      {at !== null && (
        <IconButton
          label="Clear the date"
          icon={<IconX size={14} aria-hidden />}
          onClick={() => {
            setText(null)
            onChange(null)
          }}
        />
      )}
    </span>
  )
}
