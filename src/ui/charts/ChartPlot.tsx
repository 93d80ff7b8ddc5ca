import { memo } from 'react'
import { Area, CartesianGrid, ComposedChart, Line, ReferenceArea, ReferenceLine, XAxis, YAxis } from 'recharts'
import type { ChartLine } from './chartLines'
import type { ChartRow } from './chartRows'
import { useTimeZone } from '@/ui/timeZone'
import { margin } from './geometry'
import { LonelyDot } from './LonelyDot'
import type { PreparedChart } from './prepare'
import { timeAxis } from './timeAxis'

const tick = { fill: 'var(--md-muted)', fontSize: 11 }
const pxPerTick = 64

export interface ChartPlotProps {
  chart: PreparedChart
  width: number
  height: number
}

/** Lines, axes and what stands still; hidden from screen readers, which get the summary and the table. */
export const ChartPlot = memo(function ChartPlot({ chart, width, height }: ChartPlotProps) {
  const { lines, rows, axis, from, to } = chart
  const [zone] = useTimeZone()
  const time = timeAxis(from, to, Math.max(2, Math.floor((width - margin.left - margin.right) / pxPerTick)), zone)
  // The champion is drawn last, so that it lies on top; what was before lies under all lines, but over areas.
  const rank = ({ champion, before }: ChartLine) => (before ? (chart.stacked ? 3 : 0) : champion ? 2 : 1)
  const order = lines.map((line, i) => ({ line, i })).toSorted((a, b) => rank(a.line) - rank(b.line))
  return (
    <div aria-hidden>
      <ComposedChart
        data={[...rows]}
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
          domain={[axis.min, axis.max]}
          ticks={[...axis.ticks]}
          tickFormatter={axis.label}
          interval={0}
          tick={tick}
          tickLine={false}
          axisLine={false}
        />
        {chart.spans.map((span) => (
          <ReferenceArea
            key={`${span.from} ${span.label}`}
            x1={span.from}
            x2={span.to}
            fill="var(--md-risk)"
            fillOpacity={0.12}
            ifOverflow="hidden"
          />
        ))}
        {lines.map((line, i) => (
          <Area
            key={`band ${line.id}`}
            dataKey={(row: ChartRow) => row.bands[i] ?? undefined}
            stroke="none"
            fill={line.color}
            fillOpacity={0.14}
            isAnimationActive={false}
            activeDot={false}
          />
        ))}
        {order.map(({ line, i }) =>
          chart.stacked && !line.before ? (
            <Area
              key={line.id}
              dataKey={(row: ChartRow) => row.values[i] ?? null}
              stackId="all"
              stroke={line.color}
              strokeWidth={1.5}
              strokeDasharray={line.dash}
              fill={line.color}
              fillOpacity={0.28}
              isAnimationActive={false}
              activeDot={false}
            />
          ) : (
            <Line
              key={line.id}
              dataKey={(row: ChartRow) => row.values[i] ?? null}
              stroke={line.color}
              strokeWidth={line.width}
              strokeOpacity={line.before ? 0.75 : 1}
              strokeDasharray={line.dash}
              dot={<LonelyDot rows={rows} line={i} color={line.color} />}
              activeDot={false}
              isAnimationActive={false}
              connectNulls={false}
            />
          ),
        )}
        {chart.thresholds
          .filter(({ beyond }) => beyond === null)
          .map((threshold) => (
            <ReferenceLine
              key={`${threshold.label} ${threshold.value}`}
              y={threshold.value}
              stroke="var(--md-failing)"
              strokeDasharray="5 4"
            />
          ))}
        {chart.markers.map((marker) => (
          <ReferenceLine key={`${marker.at} ${marker.label}`} x={marker.at} stroke="var(--md-text)" strokeOpacity={0.55} strokeDasharray="1 2" />
        ))}
      </ComposedChart>
    </div>
  )
})
