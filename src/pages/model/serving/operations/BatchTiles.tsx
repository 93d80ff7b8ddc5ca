import { judgeFailure, judgeLateness, type BatchVerdict } from '@/domain/batch'
import type { Unit } from '@/domain/signal'
import { durationWords } from '@/domain/words'
import { Tile } from '@/ui/controls/Tile'
import { TileRow } from '@/ui/controls/TileRow'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import type { LastRun } from './useBatchRun'

/** When the last run was, how long it took, how much it scored, and whether it is late or failed. */
export function BatchTiles({ run }: { run: LastRun }) {
  const late = judgeLateness(run)
  const outcome = judgeFailure(run)
  const due = run.intervalMs === null ? 'nothing says how often it is due' : `${late.word.toLowerCase()}, due every ${durationWords(run.intervalMs)}`
  const value = (figure: number | null, unit: Unit) => {
    if (figure !== null) return <Figure value={figure} unit={unit} size="large" />
    if (run.error) return <InlineFailure error={run.error} onRetry={run.retry} />
    return run.isPending ? <span aria-label="Loading">…</span> : <Absent reason="The job does not say." />
  }
  return (
    <TileRow label="Last run">
      <Tile label="since the last run" value={value(run.ageMs, 'duration')} note={due} {...statusOf(late)} />
      <Tile
        label="outcome"
        value={run.failed === null ? value(null, 'count') : outcome.word}
        note={run.failed === true ? 'shaded in the charts until a run succeeds' : 'of the last run'}
        {...statusOf(outcome)}
      />
      <Tile label="duration" value={value(run.durationMs, 'duration')} note="of the last run" />
      <Tile label="rows" value={value(run.rows, 'count')} note="scored by the last run" />
    </TileRow>
  )
}

function statusOf({ level }: BatchVerdict) {
  return level === 'failing' || level === 'at-risk' ? ({ status: level } as const) : {}
}
