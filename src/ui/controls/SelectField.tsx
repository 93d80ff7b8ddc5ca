import type { ComponentPropsWithRef } from 'react'
import { useField, type FieldProps } from './field'
import { FieldFrame } from './FieldFrame'
import styles from './Field.module.css'

export interface SelectOption {
  value: string
  label: string
}

export interface SelectFieldProps extends FieldProps, Omit<ComponentPropsWithRef<'select'>, 'id' | 'className' | 'onChange' | 'value' | 'children'> {
  options: readonly SelectOption[]
  value: string
  onChange: (value: string) => void
}

/** One of a few choices; the browser's own list, so that it works on every device. */
export function SelectField({ label, hideLabel, help, error, options, value, onChange, ...rest }: SelectFieldProps) {
  const { id, noteId, aria } = useField({ help, error: error ?? null })
  return (
    <FieldFrame label={label} hideLabel={hideLabel ?? false} help={help} error={error ?? null} id={id} noteId={noteId}>
      <select {...rest} {...aria} className={styles['input']} value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  )
}
