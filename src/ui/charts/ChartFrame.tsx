import { memo } from 'react'
import { CartesianGrid, ComposedChart, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts'
import { margin } from './geometry'
import type { PreparedChart } from './prepare'
import { timeAxis } from './timeAxis'

const tick = { fill: 'var(--md-muted)', fontSize: 11 }
const pxPerTick = 64
const noRows: readonly never[] = []

export interface ChartFrameProps extends Pick<PreparedChart, 'from' | 'to' | 'axis' | 'spans' | 'thresholds' | 'markers'> {
  width: number
  height: number
  zone: 'UTC' | undefined
}

/** Axes, grid and what stands still behind the lines. Drawn again only when it looks different: a refresh seldom changes it. */
export const ChartFrame = memo(function ChartFrame({ from, to, axis, spans, thresholds, markers, width, height, zone }: ChartFrameProps) {
  const time = timeAxis(from, to, Math.max(2, Math.floor((width - margin.left - margin.right) / pxPerTick)), zone)
  return (
    <ComposedChart
      data={[...noRows]}
      width={width}
      height={height}
      margin={{ top: margin.top, right: margin.right, bottom: 0, left: 0 }}
      accessibilityLayer={false}
      style={{ pointerEvents: 'none' }}
    >
      <CartesianGrid vertical={false} stroke="var(--md-line)" />
      <XAxis
        dataKey="at"
        type="number"
        domain={[from, to]}
        ticks={[...time.ticks]}
        tickFormatter={time.label}
        allowDataOverflow
        interval={0}
        height={margin.bottom}
        tick={tick}
        tickLine={{ stroke: 'var(--md-line-strong)' }}
        axisLine={{ stroke: 'var(--md-line-strong)' }}
      />
      <YAxis
        width={margin.left}
        type="number"
        domain={[axis.min, axis.max]}
        ticks={[...axis.ticks]}
        tickFormatter={axis.label}
        allowDataOverflow
        interval={0}
        tick={tick}
        tickLine={false}
        axisLine={false}
      />
      {spans.map((span) => (
        <ReferenceArea key={`${span.from} ${span.label}`} x1={span.from} x2={span.to} fill="var(--md-risk)" fillOpacity={0.12} ifOverflow="hidden" />
      ))}
      {thresholds
        .filter(({ beyond }) => beyond === null)
        .map((threshold) => (
          <ReferenceLine key={`${threshold.label} ${threshold.value}`} y={threshold.value} stroke="var(--md-failing)" strokeDasharray="5 4" />
        ))}
      {markers.map((marker) => (
        <ReferenceLine key={`${marker.at} ${marker.label}`} x={marker.at} stroke="var(--md-text)" strokeOpacity={0.55} strokeDasharray="1 2" />
      ))}
    </ComposedChart>
  )
}, looksTheSame)

function looksTheSame(a: ChartFrameProps, b: ChartFrameProps): boolean {
  return lookOf(a) === lookOf(b)
}

function lookOf({ axis, ...rest }: ChartFrameProps): string {
  return JSON.stringify([rest, axis.min, axis.max, axis.ticks.map((value) => [value, axis.label(value)])])
}
