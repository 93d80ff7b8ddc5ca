import { useContext, useId, useMemo, useRef, useState } from 'react'
import type { EpochMs } from '@/domain/time'
import { useSize } from '@/ui/layout/size'
import type { ChartInput } from './chartInput'
import { ChartLegend } from './ChartLegend'
import { ChartOverlay } from './ChartOverlay'
import { ChartPlot } from './ChartPlot'
import { ChartSummary } from './ChartSummary'
import { useCursor } from './cursor'
import styles from './TimeChart.module.css'
import { prepareChart } from './prepare'
import { VersionPlaces } from './seriesStyle'

// Before it is measured, and where nothing is ever measured.
const assumedWidth = 640

export interface TimeChartProps extends ChartInput {
  /** The figure's name: `Error rate`. */
  measure: string
  /** Of the plot, in px, without the legend. */
  height?: number
  /** Charts with the same id share one cursor. */
  syncId?: string
  /** Dragging, or Shift and arrows then Enter, chooses a range. */
  onZoom?: (from: EpochMs, to: EpochMs) => void
}

/**
 * Lines over time: thresholds, releases, gaps, one shared cursor. Data is prepared by prepareChart, lines
 * and axes are drawn by recharts, everything that moves is drawn over it, so that pointing is cheap.
 */
export function TimeChart({ measure, height = 220, syncId, onZoom, ...input }: TimeChartProps) {
  const box = useRef<HTMLDivElement>(null)
  const id = useId()
  const measured = useSize(box)
  const plotSize = { width: measured.width || assumedWidth, height: measured.height || height }
  const places = useContext(VersionPlaces)
  const cursor = useCursor(syncId)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const { layers, champion, rest, thresholds, markers, spans, stacked } = input
  const chart = useMemo(
    () => prepareChart({ layers, champion: champion ?? null, thresholds: thresholds ?? [], markers: markers ?? [], spans: spans ?? [], stacked: stacked ?? false, ...(rest !== undefined && { rest }) }, places, hidden),
    [layers, champion, rest, thresholds, markers, spans, stacked, places, hidden],
  )
  const plot = { ...plotSize, from: chart.from, to: chart.to }

  return (
    <figure aria-label={measure} className={styles['figure']}>
      <ChartLegend chart={chart} cursor={cursor} hidden={hidden} onHidden={setHidden} />
      <div ref={box} className={styles['plot']} style={{ height: `var(--chart-height, ${height}px)` }}>
        <ChartPlot chart={chart} width={plot.width} height={plot.height} />
        <ChartOverlay id={id} measure={measure} chart={chart} plot={plot} cursor={cursor} onZoom={onZoom} />
      </div>
      <ChartSummary chart={chart} />
    </figure>
  )
}
