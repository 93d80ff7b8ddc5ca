import { IconArchive, IconHourglassLow } from '@tabler/icons-react'
import { versionPath } from '@/domain/address'
import { sunsetDays } from '@/domain/lifecycle'
import type { ModelVersion } from '@/domain/version'
import { daysWords, rateWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'
import { useNow } from '@/ui/clock'
import { dateText } from '@/ui/format/times'
import { replacementRef } from './replacement'
import styles from './RetirementNote.module.css'

export interface RetirementNoteProps {
  version: ModelVersion
  /** Per second, now; `null`: not known. */
  requestRate: number | null
}

/** That a version is deprecated or archived: why, until when, what to use instead, and who still calls it. */
export function RetirementNote({ version, requestRate }: RetirementNoteProps) {
  const now = useNow()
  const { state, sunset, replacement, reason } = version.lifecycle
  if (state === 'active') return null
  const days = sunsetDays(sunset, now)
  const target = replacementRef(version.ref, replacement)
  const Icon = state === 'archived' ? IconArchive : IconHourglassLow
  return (
    <div className={styles['note']} data-state={state}>
      <Icon size={18} aria-hidden />
      <div className={styles['words']}>
        <p>
          <strong>{state === 'archived' ? 'Archived' : 'Deprecated'}</strong>
          {reason !== null && (
            <>
              {': '}
              <bdi>{reason}</bdi>
            </>
          )}
        </p>
        {sunset !== null && <p>{sunsetSentence(sunset, days)}</p>}
        {target && (
          <p>
            Use <AppLink to={versionPath(target)}>{target.name === version.ref.name ? `version ${target.version}` : `${target.name} version ${target.version}`}</AppLink>{' '}
            instead.
          </p>
        )}
        {requestRate !== null && requestRate > 0 && <p className={styles['calls']}>It still gets {rateWords(requestRate)}.</p>}
      </div>
    </div>
  )
}

function sunsetSentence(sunset: string, days: number | null): string {
  if (days === null) return `Its sunset is written as “${sunset}”, which is not a date.`
  if (days < 0) return `Its sunset was ${dateText(sunset)}, ${daysWords(-days)} ago: it must not be used any more.`
  return `It must not be used after ${dateText(sunset)}${days === 0 ? ', today' : `, in ${daysWords(days)}`}.`
}
