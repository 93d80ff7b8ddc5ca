import { lastSample, sampleStats } from '@/domain/samples'
import type { Sample } from '@/domain/series'
import type { Unit } from '@/domain/signal'
import { measureText } from '@/ui/format/numbers'

/** A sparkline in px: its strokes (gaps between them), lone points, and its last point. */
export interface SparkPath {
  line: string
  dots: readonly { x: number; y: number }[]
  last: { x: number; y: number } | null
}

/** Draws samples into a box; the lowest value shown is zero unless the unit is a score. */
export function sparkPath(samples: readonly Sample[], unit: Unit, width: number, height: number): SparkPath {
  const stats = sampleStats(samples)
  const [first, end] = [samples[0], samples.at(-1)]
  if (stats === null || first === undefined || end === undefined) return { line: '', dots: [], last: null }
  const low = unit === 'score' ? stats.min : Math.min(0, stats.min)
  const span = stats.max - low
  const pad = 2
  const x = (at: number) => pad + ((at - first[0]) / Math.max(1, end[0] - first[0])) * (width - 2 * pad)
  // A flat line of a score lies in the middle, a flat zero on the ground.
  const y = (value: number) => height - pad - (span === 0 ? (unit === 'score' ? 0.5 : 0) : (value - low) / span) * (height - 2 * pad)
  let line = ''
  const dots: { x: number; y: number }[] = []
  for (const [i, [at, value]] of samples.entries()) {
    if (value === null) continue
    const joined = samples[i - 1]?.[1] != null
    if (!joined && samples[i + 1]?.[1] == null) dots.push({ x: x(at), y: y(value) })
    else line += `${joined ? 'L' : 'M'}${x(at).toFixed(1)} ${y(value).toFixed(1)}`
  }
  const last = lastSample(samples)
  return { line, dots, last: last === null ? null : { x: x(last.at), y: y(last.value) } }
}

/** The same in words: `Error rate: 4.1 % last, 0.2 % to 4.3 %, 2 gaps`. */
export function sparkWords(label: string, samples: readonly Sample[], unit: Unit): string {
  const stats = sampleStats(samples)
  if (stats === null) return `${label}: no values`
  const gaps = samples.filter(([, value], i) => value === null && (i === 0 || samples[i - 1]?.[1] != null)).length
  const gapWords = gaps === 0 ? '' : `, ${gaps} ${gaps === 1 ? 'gap' : 'gaps'}`
  return `${label}: ${measureText(lastSample(samples)?.value ?? null, unit)} last, ${measureText(stats.min, unit)} to ${measureText(stats.max, unit)}${gapWords}`
}
