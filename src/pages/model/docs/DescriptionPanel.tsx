import { IconLock, IconPencil } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import type { ModelRef } from '@/domain/model'
import type { VersionRef } from '@/domain/version'
import { DocText } from '@/panels/version/DocText'
import type { RegistrySource } from '@/ports/registry'
import { Button } from '@/ui/controls/Button'
import { Hint } from '@/ui/figures/Hint'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { DescriptionEditor } from './DescriptionEditor'
import styles from './DescriptionPanel.module.css'

export interface DescriptionPanelProps {
  registry: RegistrySource
  title: string
  unit?: string
  /** What is described. */
  of: ModelRef | VersionRef
  state: Loadable<{ description: string | null }>
  emptyText: string
  editing: boolean
  /** A sentence: why it cannot be edited just now; `null`: it can. */
  blocked: string | null
  onEdit: (on: boolean) => void
}

/** A description that the registry keeps, and its editor. */
export function DescriptionPanel({ registry, title, unit, of, state, emptyText, editing, blocked, onEdit }: DescriptionPanelProps) {
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(editing)
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  const ready = state.data !== undefined && !editing
  return (
    <PanelFrame
      title={title}
      {...(unit !== undefined && { unit })}
      state={state}
      headingLevel={2}
      minHeight={64}
      isEmpty={({ description }) => !editing && (description ?? '').trim() === ''}
      emptyText={emptyText}
      actions={
        ready &&
        (blocked === null ? (
          <Button ref={button} size="small" icon={<IconPencil size={14} aria-hidden />} onClick={() => onEdit(true)} className="no-print">
            Edit
          </Button>
        ) : (
          <Hint hint={blocked} className={styles['locked']}>
            <IconLock size={14} aria-hidden /> Not editable
          </Hint>
        ))
      }
    >
      {({ description }) =>
        editing ? (
          <DescriptionEditor registry={registry} of={of} label={title} shown={description ?? ''} onDone={() => onEdit(false)} />
        ) : (
          <DocText text={description ?? ''} />
        )
      }
    </PanelFrame>
  )
}
