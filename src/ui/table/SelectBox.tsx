import { useEffect, useRef } from 'react'
import styles from './DataTable.module.css'

export interface SelectBoxProps {
  label: string
  checked: boolean
  /** Some but not all. */
  mixed?: boolean
  onChange: (on: boolean) => void
}

/** The checkbox of a row, or of all rows. */
export function SelectBox({ label, checked, mixed = false, onChange }: SelectBoxProps) {
  const box = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (box.current !== null) box.current.indeterminate = mixed
  }, [mixed])
  return (
    <label className={styles['select']}>
      <input
        ref={box}
        type="checkbox"
        aria-label={label}
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </label>
  )
}
