import type { ComponentPropsWithRef } from 'react'
import { useField, type FieldProps } from './field'
import { FieldFrame } from './FieldFrame'
import styles from './Field.module.css'

export interface TextFieldProps extends FieldProps, Omit<ComponentPropsWithRef<'input'>, 'id' | 'className'> {}

/** One line of text, a search, a date, a number. */
export function TextField({ label, hideLabel, help, error, ...rest }: TextFieldProps) {
  const { id, noteId, aria } = useField({ help, error: error ?? null })
  return (
    <FieldFrame label={label} hideLabel={hideLabel ?? false} help={help} error={error ?? null} id={id} noteId={noteId}>
      <input type="text" autoComplete="off" {...rest} {...aria} className={styles['input']} />
    </FieldFrame>
  )
}
