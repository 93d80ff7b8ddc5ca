import { useState } from 'react'
import { summaryOf } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import { covers } from '@/domain/alerts/silence'
import { reasonLimit } from '@/domain/change'
import { IdentityForm } from '@/panels/IdentityForm'
import type { AlertSource } from '@/ports/alerts'
import { useSilence } from '@/queries/alerts'
import { useClock } from '@/ui/clock'
import { TextArea } from '@/ui/controls/TextArea'
import { ConfirmFooter } from '@/ui/dialog/ConfirmFooter'
import { Dialog } from '@/ui/dialog/Dialog'
import { Timestamp } from '@/ui/figures/Timestamp'
import { failureWords } from '@/ui/frame/panelState'
import { Conditions } from './Conditions'
import { lengthWords, silenceLength } from './alertWords'
import { LengthField } from './LengthField'
import styles from './SilenceDialog.module.css'
import { useActor } from './useActor'

export interface SilenceDialogProps {
  /** Keeps the silence. */
  source: AlertSource
  alert: ModelAlert
  /** Every alert that is known now. */
  all: readonly ModelAlert[]
  onClose: () => void
  /** Told what was done, in words. */
  onDone: (words: string) => void
}

/** Silences an alert for a while, with a reason, and says beforehand what else it would silence. */
export function SilenceDialog({ source, alert, all, onClose, onDone }: SilenceDialogProps) {
  const clock = useClock()
  const actor = useActor()
  const { mutate, isPending, error } = useSilence()
  const [length, setLength] = useState('2h')
  const [reason, setReason] = useState('')
  const [matchers, setMatchers] = useState(alert.labels)
  const lengthMs = silenceLength(length)
  const covered = all.filter(({ labels }) => covers(matchers, labels))
  const text = reason.trim()
  const whyNot =
    typeof lengthMs === 'string' ? lengthMs
    : Object.keys(matchers).length === 0 ? 'Keep one condition at least.'
    : text === '' ? 'Say why: whoever is on call will ask.'
    : text.length > reasonLimit ? `The reason has ${text.length} characters; at most ${reasonLimit} fit.`
    : actor === null ? 'Say who you are.'
    : actor === undefined ? 'Asking who you are …'
    : null
  const confirm = () => {
    if (whyNot !== null || typeof lengthMs === 'string' || !actor) return
    const draft = { matchers, durationMs: lengthMs, reason: text, actor }
    mutate({ source, draft }, { onSuccess: () => onDone(`Silenced ${alert.name} for ${lengthWords(lengthMs)}.`) })
  }
  const words = error && failureWords(error)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Silence ${alert.name}`}
      locked={isPending}
      footer={
        <ConfirmFooter
          note={isPending ? 'Setting the silence, reading it back …' : whyNot}
          busy={isPending}
          blocked={whyNot !== null}
          onCancel={onClose}
          onConfirm={confirm}
        >
          {typeof lengthMs === 'string' ? 'Silence' : `Silence for ${lengthWords(lengthMs)}`}
        </ConfirmFooter>
      }
    >
      <div className={styles['form']}>
        {words && (
          <p role="alert" className={styles['error']}>
            {words.what} {words.advice}
          </p>
        )}
        <p>
          <bdi>{summaryOf(alert.annotations) ?? alert.name}</bdi>
        </p>
        <LengthField value={length} onChange={setLength} error={typeof lengthMs === 'string' ? lengthMs : null}>
          {typeof lengthMs === 'number' && (
            <>
              Ends <Timestamp at={clock.now() + lengthMs} form="exact" plain />.
            </>
          )}
        </LengthField>
        <Conditions labels={alert.labels} chosen={matchers} onChange={setMatchers} covered={covered} />
        {actor === null && <IdentityForm onDone={() => undefined} />}
        <TextArea
          label="Reason"
          required
          value={reason}
          disabled={isPending}
          help={actor ? `Kept with the silence in ${source.id}, as set by ${actor.name}.` : `Kept with the silence in ${source.id}.`}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <p className={styles['quiet']}>While it is silenced nobody is told. The alert fires on: it is shown here as silenced, and counts in the checks of a promotion.</p>
      </div>
    </Dialog>
  )
}
