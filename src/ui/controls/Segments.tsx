import { useId } from 'react'
import styles from './Segments.module.css'

export interface SegmentsProps<Value extends string> {
  /** What is chosen: `View`. */
  label: string
  options: readonly { value: Value; label: string }[]
  value: Value
  onChange: (value: Value) => void
  size?: 'small' | 'normal'
}

/** One of a few, all of them visible: radio buttons that look like one control. */
export function Segments<Value extends string>({ label, options, value, onChange, size = 'normal' }: SegmentsProps<Value>) {
  const name = useId()
  return (
    <fieldset className={styles['segments']} data-size={size}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={styles['segment']}>
          <input
            type="radio"
            className="sr-only"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  )
}
