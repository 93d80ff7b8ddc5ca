import { useId, type ReactNode } from 'react'

/** What every field has. */
export interface FieldProps {
  /** Its name, shown above it. */
  label: string
  /** Keeps the name for screen readers only: where a placeholder or the place says it. */
  hideLabel?: boolean
  /** A quieter sentence below it. */
  help?: ReactNode
  /** What is wrong, as a sentence; marks the field. */
  error?: string | null
}

/** Ids and attributes that tie a field to its label, help and error. */
export function useField({ help, error }: Pick<FieldProps, 'help' | 'error'>) {
  const id = useId()
  const wrong = error != null && error !== ''
  const described = wrong || help !== undefined
  return {
    id,
    noteId: `${id}-note`,
    wrong,
    aria: { id, 'aria-invalid': wrong || undefined, 'aria-describedby': described ? `${id}-note` : undefined },
  }
}
