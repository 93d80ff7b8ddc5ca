import { judgeFailure, judgeLateness, type BatchVerdict } from '@/domain/batch'
import type { Unit } from '@/domain/signal'
import { durationWords } from '@/domain/words'
import { Tile } from '@/ui/controls/Tile'
import { TileRow } from '@/ui/controls/TileRow'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { StaleNote } from '@/ui/frame/StaleNote'
import type { BatchSignal, LastRun } from './useBatchRun'

/** When the last run was, how long it took, how much it scored, and whether it is late or failed. */
export function BatchTiles({ run }: { run: LastRun }) {
  const late = judgeLateness(run)
  const outcome = judgeFailure(run)
  const unknown = run.isPending || run.errorOf('batch_interval') ? 'how often it is due is not known' : 'nothing says how often it is due'
  const due = run.intervalMs === null ? unknown : `${late.word.toLowerCase()}, due every ${durationWords(run.intervalMs)}`
  const value = (name: BatchSignal, figure: number | null, unit: Unit) => {
    if (figure !== null) return <Figure value={figure} unit={unit} size="large" />
    const error = run.errorOf(name)
    if (error) return <InlineFailure error={error} onRetry={run.retry} />
    return run.isPending ? <span aria-label="Loading">…</span> : <Absent reason="The job does not say." />
  }
  const note = (name: BatchSignal, known: boolean, words: string) => {
    const error = known ? run.errorOf(name) : null
    return error ? <StaleNote error={error} onRetry={run.retry} /> : words
  }
  return (
    <TileRow label="Last run">
      <Tile label="since the last run" value={value('batch_age', run.ageMs, 'duration')} note={note('batch_age', run.ageMs !== null, due)} {...statusOf(late)} />
      <Tile
        label="outcome"
        value={run.failed === null ? value('batch_failed', null, 'count') : outcome.word}
        note={note('batch_failed', run.failed !== null, run.failed === true ? 'shaded in the charts until a run succeeds' : 'of the last run')}
        {...statusOf(outcome)}
      />
      <Tile label="duration" value={value('batch_duration', run.durationMs, 'duration')} note={note('batch_duration', run.durationMs !== null, 'of the last run')} />
      <Tile label="rows" value={value('batch_rows', run.rows, 'count')} note={note('batch_rows', run.rows !== null, 'scored by the last run')} />
    </TileRow>
  )
}

function statusOf({ level }: BatchVerdict) {
  return level === 'failing' || level === 'at-risk' ? ({ status: level } as const) : {}
}
