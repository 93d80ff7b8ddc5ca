import { measureText } from '@/ui/format/numbers'
import { clockTime, exactTime } from '@/ui/format/times'
import { useTimeZone } from '@/ui/timeZone'
import type { PreparedChart } from './prepare'

/** What the picture says, in sentences, for those who do not see it. */
export function ChartSummary({ chart }: { chart: PreparedChart }) {
  const [zone] = useTimeZone()
  const time = (at: number) => clockTime(at, chart.to, zone)
  return (
    <figcaption className="sr-only">
      {`From ${exactTime(chart.from, zone)} to ${exactTime(chart.to, zone)}. `}
      {chart.lines.map((line) => `${line.label}: ${line.off ? 'off, by its button in the legend.' : line.words} `)}
      {chart.thresholds.map((threshold) => `${threshold.label}: ${measureText(threshold.value, chart.unit)}. `)}
      {chart.markers.map((marker) => `${time(marker.at)}: ${marker.words ?? marker.label}. `)}
      {chart.spans.map((span) => `${time(span.from)} to ${time(span.to)}: ${span.label}. `)}
    </figcaption>
  )
}
