import { useEffect, type ReactNode } from 'react'
import type { SeriesSet } from '@/domain/series'
import type { EpochMs } from '@/domain/time'
import type { ChartInput } from '@/ui/charts/chartInput'
import { ChartTable } from '@/ui/charts/ChartTable'
import { LazyTimeChart } from '@/ui/charts/LazyTimeChart'
import { loadTimeChart } from '@/ui/charts/loadTimeChart'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { Unsupported } from '@/ui/frame/panelState'
import { hasValues } from './drawnSeries'
import { OpenInGrafana, type ChartAbout } from './OpenInGrafana'

/** Where and how a chart over time is drawn; shared by all panels of a page. */
export interface TimePanelLook {
  /** Charts with the same id share one cursor. */
  syncId: string
  onZoom: (from: EpochMs, to: EpochMs) => void
  /** Of the plot, in px. */
  height?: number
}

export interface TimePanelProps extends TimePanelLook {
  /** The panel's and the figure's name: `Error rate`. */
  title: string
  /** Beside the title, lighter: `p95`. */
  unit?: string | undefined
  state: Loadable<ChartInput>
  notConfigured?: string | undefined
  notSupported?: Unsupported | undefined
  emptyText: ReactNode
  /** Beside what the source itself says. */
  notes?: readonly string[]
  actions?: ReactNode
  /** What a dashboard elsewhere would have to show; left out: there is no link to one. */
  about?: ChartAbout | undefined
  /** Drawn under the chart. */
  children?: ReactNode
}

/** A chart over time in the one frame: table, query text, notes of the source, zoom. */
export function TimePanel(props: TimePanelProps) {
  const { title, unit, state, syncId, onZoom, height = 200, notes = [] } = props
  const sets = state.data?.layers.map(({ set }) => set) ?? []
  useEffect(() => void loadTimeChart(), [])
  return (
    <PanelFrame
      title={title}
      {...(unit !== undefined && { unit })}
      state={state}
      notConfigured={props.notConfigured}
      notSupported={props.notSupported}
      isEmpty={({ layers }) => !layers.some(({ set }) => hasValues(set))}
      emptyText={props.emptyText}
      minHeight={height + 32}
      actions={
        <>
          {props.actions}
          {props.about && <OpenInGrafana {...props.about} />}
        </>
      }
      queryText={queriesOf(sets)}
      notes={[...new Set([...notes, ...sets.flatMap((set) => set.notes)])]}
      tableView={({ layers }) => <ChartTable measure={title} layers={layers} />}
    >
      {(input) => (
        <>
          <LazyTimeChart measure={title} height={height} syncId={syncId} onZoom={onZoom} {...input} />
          {props.children}
        </>
      )}
    </PanelFrame>
  )
}

function queriesOf(sets: readonly SeriesSet[]): readonly string[] {
  return [...new Set(sets.map(({ query }) => query))]
}
