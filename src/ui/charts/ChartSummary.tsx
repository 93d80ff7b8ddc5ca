import { clockTime, exactTime } from '@/ui/format/times'
import { measureText } from '@/ui/format/numbers'
import type { PreparedChart } from './prepare'

/** What the picture says, in sentences, for those who do not see it. */
export function ChartSummary({ chart }: { chart: PreparedChart }) {
  return (
    <figcaption className="sr-only">
      {`From ${exactTime(chart.from)} to ${exactTime(chart.to)}. `}
      {chart.lines.map((line) => `${line.label}: ${line.words} `)}
      {chart.thresholds.map((threshold) => `${threshold.label}: ${measureText(threshold.value, chart.unit)}. `)}
      {chart.markers.map((marker) => `${clockTime(marker.at, chart.to)}: ${marker.words ?? marker.label}. `)}
      {chart.spans.map((span) => `${clockTime(span.from, chart.to)} to ${clockTime(span.to, chart.to)}: ${span.label}. `)}
    </figcaption>
  )
}
