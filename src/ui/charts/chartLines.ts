import { sampleStats } from '@/domain/samples'
import type { Sample, Series, SeriesSet } from '@/domain/series'
import type { Unit } from '@/domain/signal'
import { measureText } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'
import type { ChartInput } from './chartInput'
import { measureDash, restStyle, seriesStyle, versionPlaces, type SeriesStyle } from './seriesStyle'

/** One line: what it is called and how it looks. */
export interface ChartLine extends SeriesStyle {
  id: string
  label: string
  version: string | null
  champion: boolean
  width: number
  samples: readonly Sample[]
  /** `Last 84 ms, between 70 ms and 120 ms.` */
  words: string
  low: Series | undefined
  high: Series | undefined
  /** How many cases each value rests on. */
  support: Series | undefined
}

interface Drawn {
  id: string
  layer: number
  name: string | undefined
  series: Series
  low: Series | undefined
  high: Series | undefined
  support: Series | undefined
}

const subjectId = ({ subject }: Series) => JSON.stringify([subject.ref, subject.version, Object.entries(subject.labels).map(([name, value]) => `${name}=${value}`).toSorted()])

function drawn({ layers }: ChartInput): Drawn[] {
  return layers.flatMap(({ name, set, low, high, support }, layer) =>
    set.series.map((series) => {
      const id = subjectId(series)
      const same = (other: SeriesSet | undefined) => other?.series.find((candidate) => subjectId(candidate) === id)
      return { id: `${layer}:${id}`, layer, name, series, low: same(low), high: same(high), support: same(support) }
    }),
  )
}

/** Numbers first, newest version last, so that the order on screen does not depend on the answer's. */
function byVersion(a: Drawn, b: Drawn): number {
  return (
    (a.series.subject.version ?? '').localeCompare(b.series.subject.version ?? '', 'en', { numeric: true }) ||
    a.layer - b.layer ||
    a.id.localeCompare(b.id)
  )
}

function labelOf({ name, series: { subject } }: Drawn, severalModels: boolean): string {
  const words = [
    ...(severalModels ? [subject.ref.name] : []),
    ...(subject.version === null ? [] : [versionLabel(subject.version)]),
    ...Object.values(subject.labels),
    ...(name === undefined ? [] : [name]),
  ]
  return words.length === 0 ? subject.ref.name : words.join(' ')
}

function statsWords(samples: readonly Sample[], unit: Unit): string {
  const stats = sampleStats(samples)
  if (stats === null) return 'No value in this range.'
  const last = samples.at(-1)?.[1] ?? null
  const now = last === null ? 'No value at the end' : `Last ${measureText(last, unit)}`
  return `${now}, between ${measureText(stats.min, unit)} and ${measureText(stats.max, unit)}.`
}

/** The lines of a chart, in an order that does not depend on the order of the answer. */
export function chartLines(input: ChartInput, places: ReadonlyMap<string, number>): readonly ChartLine[] {
  const unit = input.layers[0]?.set.unit ?? 'count'
  const all = drawn(input).toSorted(byVersion)
  const own = versionPlaces(all.flatMap(({ series }) => series.subject.version ?? []))
  const severalModels = new Set(all.map(({ series }) => JSON.stringify(series.subject.ref))).size > 1

  const styles = all.map(({ series: { subject }, layer }, i): SeriesStyle => {
    if (subject.version !== null && subject.version === input.rest) return restStyle
    if (subject.version === null || severalModels || (own.size === 1 && all.length > 1)) return seriesStyle(i)
    const style = seriesStyle(places.get(subject.version) ?? own.get(subject.version) ?? i)
    return input.layers.length > 1 ? { ...style, dash: measureDash(layer) } : style
  })
  return all.map((one, i) => {
    const { version } = one.series.subject
    const champion = version !== null && version === input.champion
    return {
      ...(styles[i] ?? seriesStyle(i)),
      id: one.id,
      label: labelOf(one, severalModels),
      version,
      champion,
      width: champion || all.length === 1 ? 2.5 : 1.5,
      samples: one.series.samples,
      words: statsWords(one.series.samples, unit),
      low: one.low,
      high: one.high,
      support: one.support,
    }
  })

}
