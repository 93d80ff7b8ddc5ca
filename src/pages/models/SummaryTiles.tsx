import { useNow } from '@/ui/clock'
import { Tile } from '@/ui/controls/Tile'
import { TileRow } from '@/ui/controls/TileRow'
import { Figure } from '@/ui/figures/Figure'
import type { ListQuery } from './listQuery'
import { nextSunsetDays, type ModelRow } from './modelRow'

interface SummaryTilesProps {
  rows: readonly ModelRow[]
  query: ListQuery
  onChange: (next: Partial<ListQuery>) => void
  /** Live figures are on their way. */
  isPending: boolean
  hasMonitoring: boolean
}

const trouble = ['failing', 'at-risk']

/** The state of the fleet in a line; each figure filters the list. */
export function SummaryTiles({ rows, query, onChange, isPending, hasMonitoring }: SummaryTilesProps) {
  const now = useNow()
  const count = (holds: (row: ModelRow) => boolean) => rows.filter(holds).length
  const attention = count(({ health }) => trouble.includes(health.status))
  const ok = count(({ health }) => health.status === 'ok')
  const waiting = count((row) => row.hasCandidate)
  const sunsets = rows.flatMap((row) => nextSunsetDays(row, now) ?? [])
  const isStatus = (statuses: readonly string[]) => statuses.join() === query.status.join()
  const toggleStatus = (statuses: readonly string[]) => onChange({ status: isStatus(statuses) ? [] : statuses })
  const isStage = (stage: string) => query.stage.join() === stage
  const worst = rows.some(({ health }) => health.status === 'failing') ? 'failing' : 'at-risk'
  return (
    <TileRow label="Summary">
      <Tile
        value={attention}
        label={attention === 1 ? 'needs attention' : 'need attention'}
        {...(attention > 0 && { status: worst })}
        pressed={isStatus(trouble)}
        onToggle={() => toggleStatus(trouble)}
      />
      <Tile value={ok} label="OK" pressed={isStatus(['ok'])} onToggle={() => toggleStatus(['ok'])} />
      <Tile
        value={waiting}
        label={waiting === 1 ? 'candidate waits' : 'candidates wait'}
        pressed={isStage('candidate')}
        onToggle={() => onChange({ stage: isStage('candidate') ? [] : ['candidate'] })}
      />
      <Tile
        value={sunsets.length}
        label={sunsetLabel(sunsets)}
        pressed={isStage('sunset')}
        onToggle={() => onChange({ stage: isStage('sunset') ? [] : ['sunset'] })}
      />
      {hasMonitoring && <TrafficTile rows={rows} isPending={isPending} />}
    </TileRow>
  )
}

function sunsetLabel(days: readonly number[]): string {
  const next = Math.min(...days)
  const noun = days.length === 1 ? 'sunset' : 'sunsets'
  if (days.length === 0) return 'sunsets set'
  if (next < 0) return `${noun}, one past`
  return `${noun}, next in ${next} ${next === 1 ? 'day' : 'days'}`
}

/** The sum over the rows that have traffic; the error ratio is weighted by it. */
function TrafficTile({ rows, isPending }: { rows: readonly ModelRow[]; isPending: boolean }) {
  const rates = rows.flatMap(({ figures }) => (figures?.rate == null ? [] : [{ rate: figures.rate, errors: figures.errors }]))
  const total = rates.length > 0 ? rates.reduce((sum, { rate }) => sum + rate, 0) : null
  const known = rates.flatMap(({ rate, errors }) => (errors == null ? [] : [{ rate, errors }]))
  const counted = known.reduce((sum, { rate }) => sum + rate, 0)
  const ratio = counted > 0 ? known.reduce((sum, { rate, errors }) => sum + rate * errors, 0) / counted : null
  const absent = isPending ? 'The monitoring is being asked.' : 'The monitoring has no traffic of these models.'
  return (
    <Tile
      value={<Figure value={total} unit="per_second" absent={absent} />}
      label="requests"
      note={
        <>
          <Figure value={ratio} unit="ratio" absent={absent} /> errors
        </>
      }
    />
  )
}
