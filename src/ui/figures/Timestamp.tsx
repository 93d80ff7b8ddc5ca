import type { EpochMs } from '@/domain/time'
import { agoWords } from '@/domain/words'
import { useNow } from '@/ui/clock'
import { exactTime, shortAge, utcTime } from '@/ui/format/times'
import { Absent } from './Absent'
import { Hint } from './Hint'

export interface TimestampProps {
  at: EpochMs | null
  /** `short` is `3 h`, `long` is `3 h ago`, `exact` is the date and time in the reader's zone. */
  form?: 'short' | 'long' | 'exact'
  /** Without its own stop in the tab order: inside links and buttons. */
  plain?: boolean
  /** A sentence for the missing time. */
  absent?: string
}

/** A moment: relative, with the exact one in the reader's zone and in UTC on hover and focus. */
export function Timestamp({ at, form = 'long', plain = false, absent = 'The source does not say when.' }: TimestampProps) {
  const now = useNow()
  if (at === null) return plain ? '–' : <Absent reason={absent} />
  const shown = form === 'exact' ? exactTime(at) : form === 'short' ? shortAge(at, now) : agoWords(at, now)
  const iso = new Date(at).toISOString()
  if (plain) {
    return (
      <time dateTime={iso} title={`${exactTime(at)}\n${utcTime(at)}`}>
        {shown}
      </time>
    )
  }
  return (
    <Hint
      hint={
        <>
          {exactTime(at)}
          <small>{utcTime(at)}</small>
        </>
      }
    >
      <time dateTime={iso}>{shown}</time>
    </Hint>
  )
}
