import { useState } from 'react'
import type { Alert } from '@/domain/alerts/alert'
import { matcherText, type Silence } from '@/domain/alerts/silence'
import { useUnsilence } from '@/queries/alerts'
import { useSources } from '@/queries/sources'
import { useClock } from '@/ui/clock'
import { ConfirmFooter } from '@/ui/dialog/ConfirmFooter'
import { Dialog } from '@/ui/dialog/Dialog'
import { failureWords } from '@/ui/frame/panelState'
import styles from './SilenceDialog.module.css'
import { SilenceNote } from './SilenceNote'

export interface UnsilenceDialogProps {
  /** What it is about: the alert's name. */
  name: string
  /** The silences that end. */
  ending: readonly Silence[]
  /** Every alert that they cover now. */
  covered: readonly Alert[]
  onClose: () => void
  /** Told what was done, in words. */
  onDone: (words: string) => void
}

/** Ends silences, and says beforehand which alerts are told of again. */
export function UnsilenceDialog({ name, ending, covered, onClose, onDone }: UnsilenceDialogProps) {
  const { alerts: sources } = useSources()
  const { mutateAsync } = useUnsilence(useClock())
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const confirm = async () => {
    setBusy(true)
    setError(null)
    try {
      const ended: Silence[] = []
      for (const { id, source: keeper } of ending) {
        const source = sources.find((one) => one.id === keeper)
        if (source) ended.push(await mutateAsync({ source, id }))
      }
      onDone(ended.every(({ state }) => state === 'expired') ? `${name} is no longer silenced.` : `The silence of ${name} ends within minutes.`)
    } catch (cause) {
      setError(cause)
      setBusy(false)
    }
  }
  const words = error === null ? null : failureWords(error)
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`Unsilence ${name}`}
      locked={busy}
      footer={
        <ConfirmFooter
          note={busy ? 'Ending the silence, reading it back …' : null}
          busy={busy}
          onCancel={onClose}
          onConfirm={() => void confirm()}
        >
          Unsilence
        </ConfirmFooter>
      }
    >
      <div className={styles['form']}>
        {words && (
          <p role="alert" className={styles['error']}>
            {words.what} {words.advice}
          </p>
        )}
        <p>{ending.length === 1 ? 'This silence ends now:' : `${ending.length} silences end now:`}</p>
        <ul className={styles['silences']}>
          {ending.map((silence) => (
            <li key={silence.id}>
              <SilenceNote silence={silence} />
              <p className={styles['matchers']}>
                {silence.matchers.map((matcher) => (
                  <code key={matcherText(matcher)}>{matcherText(matcher)}</code>
                ))}
              </p>
            </li>
          ))}
        </ul>
        <p>{coveredWords(covered)}</p>
      </div>
    </Dialog>
  )
}

function coveredWords(covered: readonly Alert[]): string {
  if (covered.length === 0) return 'Nothing that fires now is covered by it.'
  const names = covered.map(({ name, labels }) => (labels['model'] === undefined ? name : `${name} of ${labels['model']}`)).join(', ')
  return `Whoever is on call may hear at once of ${names}.`
}
