import type { Unit } from '@/domain/signal'
import { Tile } from '@/ui/controls/Tile'
import { Absent } from '@/ui/figures/Absent'
import { Delta } from '@/ui/figures/Delta'
import { Figure } from '@/ui/figures/Figure'
import type { Better } from '@/ui/format/deltas'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { StaleNote } from '@/ui/frame/StaleNote'
import styles from './ServingTab.module.css'
import type { ComparedFigure } from './useComparedFigure'

export interface ComparedTileProps {
  label: string
  figure: ComparedFigure
  value: number | null
  unit: Unit
  /** `null`: nothing to compare with. */
  change: number | null
  better: Better
  /** What it is compared with: `24 h ago`. */
  against: string
  /** Whose figure it is: `v18`. */
  whose: string
  status?: 'failing' | 'at-risk' | undefined
}

/** One figure of now, with its change. What failed says so beside the last value. */
export function ComparedTile({ label, figure, value, unit, change, better, against, whose, status }: ComparedTileProps) {
  const compared =
    change === null ? (
      ''
    ) : (
      <>
        {' · '}
        <Delta difference={change} unit={unit} better={better} against={`against ${against}`} />
        <span aria-hidden> against {against}</span>
      </>
    )
  return (
    <Tile
      label={label}
      {...(status !== undefined && { status })}
      value={<TileValue figure={figure} value={value} unit={unit} />}
      note={
        figure.error && value !== null ? (
          <StaleNote error={figure.error} onRetry={figure.retry} />
        ) : (
          <span className={styles['compared']}>
            {whose}
            {compared}
          </span>
        )
      }
    />
  )
}

function TileValue({ figure, value, unit }: Pick<ComparedTileProps, 'figure' | 'value' | 'unit'>) {
  if (value !== null) return <Figure value={value} unit={unit} size="large" />
  if (figure.unsupported !== undefined) return <Absent reason={figure.unsupported} />
  if (figure.error) return <InlineFailure error={figure.error} onRetry={figure.retry} />
  if (figure.isPending) return <span aria-label="Loading">…</span>
  return <Absent reason="Nothing was counted in the last 5 minutes." />
}
