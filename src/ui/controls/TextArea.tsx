import type { ComponentPropsWithRef } from 'react'
import { useField, type FieldProps } from './field'
import { FieldFrame } from './FieldFrame'
import styles from './Field.module.css'

export interface TextAreaProps extends FieldProps, Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className'> {}

/** Several lines of text: a reason, a description. */
export function TextArea({ label, hideLabel, help, error, ...rest }: TextAreaProps) {
  const { id, noteId, aria } = useField({ help, error: error ?? null })
  return (
    <FieldFrame label={label} hideLabel={hideLabel ?? false} help={help} error={error ?? null} id={id} noteId={noteId}>
      <textarea rows={3} {...rest} {...aria} className={styles['input']} />
    </FieldFrame>
  )
}
