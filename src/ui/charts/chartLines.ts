import { sampleStats } from '@/domain/samples'
import type { Sample, Series, SeriesSet } from '@/domain/series'
import type { Unit } from '@/domain/signal'
import { measureText } from '@/ui/format/numbers'
import { versionLabel } from '@/ui/format/versions'
import type { ChartInput } from './chartInput'
import { beforeDash, measureDash, restStyle, seriesStyle, versionPlaces, type SeriesStyle } from './seriesStyle'

/** One line: what it is called and how it looks. */
export interface ChartLine extends SeriesStyle {
  id: string
  label: string
  version: string | null
  champion: boolean
  /** Of an earlier time, under the line of today. */
  before: boolean
  /** Switched off in the legend. */
  off: boolean
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
  before: string | undefined
  bound: boolean
  series: Series
  low: Series | undefined
  high: Series | undefined
  support: Series | undefined
}

const subjectId = ({ subject }: Series) => JSON.stringify([subject.ref, subject.version, Object.entries(subject.labels).map(([name, value]) => `${name}=${value}`).toSorted()])

function drawn({ layers }: ChartInput): Drawn[] {
  return layers.flatMap(({ name, before, bound = false, set, low, high, support }, layer) =>
    set.series.map((series) => {
      const id = subjectId(series)
      const same = (other: SeriesSet | undefined) => other?.series.find((candidate) => subjectId(candidate) === id)
      return { id: `${layer}:${id}`, layer, name, before, bound, series, low: same(low), high: same(high), support: same(support) }
    }),
  )
}

/** Numbers first, newest version last, so that the order on screen does not depend on the answer's. */
function byVersion(a: Drawn, b: Drawn): number {
  // The sum of before comes after the parts of today.
  const last = ({ before, series }: Drawn) => Number(before !== undefined && series.subject.version === null)
  return (
    last(a) - last(b) ||
    (a.series.subject.version ?? '').localeCompare(b.series.subject.version ?? '', 'en', { numeric: true }) ||
    a.layer - b.layer ||
    a.id.localeCompare(b.id)
  )
}

function labelOf({ name, before, series: { subject } }: Drawn, severalModels: boolean): string {
  const words = [
    ...(severalModels ? [subject.ref.name] : []),
    ...(subject.version === null ? [] : [versionLabel(subject.version)]),
    ...Object.values(subject.labels),
    ...(name === undefined ? [] : [name]),
  ]
  const label = words.length === 0 ? subject.ref.name : words.join(' ')
  return before === undefined ? label : `${label}, ${before}`
}

function statsWords(samples: readonly Sample[], unit: Unit): string {
  const stats = sampleStats(samples)
  if (stats === null) return 'No value in this range.'
  const last = samples.at(-1)?.[1] ?? null
  const now = last === null ? 'No value at the end' : `Last ${measureText(last, unit)}`
  return `${now}, between ${measureText(stats.min, unit)} and ${measureText(stats.max, unit)}.`
}

/** The looks of lines of one time. */
function stylesOf(all: readonly Drawn[], layers: number, rest: string | undefined, places: ReadonlyMap<string, number>, severalModels: boolean): ReadonlyMap<Drawn, SeriesStyle> {
  const own = versionPlaces(all.flatMap(({ series }) => series.subject.version ?? []))
  const measured = all.filter(({ bound }) => !bound).length
  const styleOf = ({ series: { subject }, layer }: Drawn, i: number): SeriesStyle => {
    if (subject.version !== null && subject.version === rest) return restStyle
    // Colours of champion and challenger stand for these two on the whole page.
    if (subject.version === null && places.size > 0) return seriesStyle(i + 2)
    if (subject.version === null || severalModels || (own.size === 1 && measured > 1)) return seriesStyle(i)
    const style = seriesStyle(places.get(subject.version) ?? own.get(subject.version) ?? i)
    return layers > 1 ? { ...style, dash: measureDash(layer) } : style
  }
  const first = (one: Drawn) => all.findIndex(({ layer, series }) => layer === 0 && subjectId(series) === subjectId(one.series))
  return new Map(
    all.map((one, i) => {
      const held = one.bound ? first(one) : -1
      return [one, held === -1 ? styleOf(one, i) : { ...styleOf(all[held] ?? one, held), dash: measureDash(1) }]
    }),
  )
}

/** A line of an earlier time looks like the same one of today, but dashed; what is not drawn today has its version's colour. */
function beforeStyle(one: Drawn, today: ReadonlyMap<Drawn, SeriesStyle>, places: ReadonlyMap<string, number>): SeriesStyle {
  const id = subjectId(one.series)
  const same = [...today].find(([other]) => subjectId(other.series) === id && other.name === one.name)?.[1]
  const { version } = one.series.subject
  const place = version === null ? undefined : places.get(version)
  return { color: same?.color ?? (place === undefined ? restStyle.color : seriesStyle(place).color), dash: beforeDash }
}

/** The lines of a chart, in an order that does not depend on the order of the answer. */
export function chartLines(input: ChartInput, places: ReadonlyMap<string, number>, hidden: ReadonlySet<string> = new Set()): readonly ChartLine[] {
  const unit = input.layers[0]?.set.unit ?? 'count'
  const all = drawn(input).toSorted(byVersion)
  const severalModels = new Set(all.map(({ series }) => JSON.stringify(series.subject.ref))).size > 1
  const today = all.filter(({ before }) => before === undefined)
  const styles = stylesOf(today, input.layers.filter(({ before }) => before === undefined).length, input.rest, places, severalModels)

  return all.map((one) => {
    const { version } = one.series.subject
    const before = one.before !== undefined
    const champion = version !== null && version === input.champion && !before
    return {
      ...(styles.get(one) ?? beforeStyle(one, styles, places)),
      id: one.id,
      label: labelOf(one, severalModels),
      version,
      champion,
      before,
      off: hidden.has(one.id),
      width: champion || today.length === 1 ? (before ? 1.5 : 2.5) : 1.5,
      samples: one.series.samples,
      words: statsWords(one.series.samples, unit),
      low: one.low,
      high: one.high,
      support: one.support,
    }
  })
}
