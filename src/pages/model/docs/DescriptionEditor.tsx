import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useId, useState, type KeyboardEvent } from 'react'
import type { ModelRef } from '@/domain/model'
import type { VersionRef } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { useSaveDescription, type Draft } from '@/queries/descriptions'
import { useIdentity } from '@/queries/identity'
import { registryInfoQuery } from '@/queries/registry'
import { Button } from '@/ui/controls/Button'
import { TextArea } from '@/ui/controls/TextArea'
import { countText } from '@/ui/format/numbers'
import { failureWords } from '@/ui/frame/panelState'
import { Markdown } from '@/ui/markdown/Markdown'
import { ConflictNote } from './ConflictNote'
import styles from './DescriptionEditor.module.css'
import { LeaveGuard } from './LeaveGuard'

export interface DescriptionEditorProps {
  registry: RegistrySource
  of: ModelRef | VersionRef
  /** What is edited, for the field's name. */
  label: string
  /** What the registry holds as far as is known; empty for nothing. Editing begins with it. */
  shown: string
  onDone: () => void
}

/** SQL servers refuse more. */
const longest = 5000

/** A Markdown text with its preview. Saving reads again first, and asks when somebody else has written. */
export function DescriptionEditor({ registry, of, label, shown, onDone }: DescriptionEditorProps) {
  const [{ base, text }, setDraft] = useState<Draft>({ base: shown, text: shown })
  const [theirs, setTheirs] = useState<string | null>(null)
  const { mutate, isPending, error, reset } = useSaveDescription(registry, of)
  const { data: info } = useQuery(registryInfoQuery(registry))
  const who = useIdentity(registry)
  const preview = useDeferredValue(text)
  const previewId = useId()
  const product = info?.product ?? registry.id
  const dirty = text !== base
  const save = (draft: Draft) =>
    mutate(draft, { onSuccess: (outcome) => (outcome.status === 'saved' ? onDone() : setTheirs(outcome.theirs)) })
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && dirty && !isPending) save({ base, text })
    if (event.key === 'Escape' && !dirty && !isPending) onDone()
  }
  const words = error && failureWords(error)
  return (
    <div className={styles['editor']} data-no-outline>
      <LeaveGuard when={dirty && !isPending} what={label} />
      {theirs === null && shown !== base && shown !== text && (
        <p className={styles['notice']} role="status">
          Somebody has just changed this text in {product}. You will see theirs before yours is written.
        </p>
      )}
      <div className={styles['columns']}>
        <TextArea
          label={`${label}, in Markdown`}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the person has just asked to type here
          autoFocus
          rows={14}
          value={text}
          disabled={isPending}
          onKeyDown={onKeyDown}
          onChange={(event) => {
            reset()
            setDraft({ base, text: event.currentTarget.value })
          }}
          help={
            text.length > longest
              ? `${countText(text.length)} characters: many servers refuse more than ${countText(longest)}.`
              : `${product} decides who may save: whoever may edit this model there. ${who === null ? 'It knows no name of yours.' : `You are ${who.name}.`}`
          }
        />
        <section aria-labelledby={previewId} className={styles['preview']}>
          <p id={previewId} className={styles['label']}>
            Preview
          </p>
          <div className={styles['drawn']}>{preview.trim() === '' ? <p className={styles['quiet']}>Nothing to show.</p> : <Markdown text={preview} />}</div>
        </section>
      </div>
      {theirs !== null && (
        <ConflictNote
          product={product}
          theirs={theirs}
          mine={text}
          busy={isPending}
          onOverwrite={() => save({ base: theirs, text })}
          onTakeTheirs={() => {
            setDraft({ base: theirs, text: theirs })
            setTheirs(null)
          }}
          onKeepEditing={() => {
            setDraft({ base: theirs, text })
            setTheirs(null)
          }}
        />
      )}
      {words && (
        <p role="alert" className={styles['error']}>
          {words.what} {words.advice} Nothing was written.
        </p>
      )}
      <div className={styles['buttons']}>
        <Button variant="primary" busy={isPending} disabled={!dirty || theirs !== null} onClick={() => save({ base, text })}>
          Save
        </Button>
        <Button onClick={onDone} disabled={isPending}>
          Cancel
        </Button>
        {dirty && text.trim() === '' && <span className={styles['quiet']}>Saving removes the text.</span>}
      </div>
    </div>
  )
}
