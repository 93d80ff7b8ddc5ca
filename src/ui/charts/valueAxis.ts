import type { Unit } from '@/domain/signal'
import { dayMs, hourMs, minuteMs, secondMs } from '@/domain/time'
import { fixed } from '@/ui/format/numbers'

/** The vertical axis: where it begins and ends, its marks, and how they read. */
export interface ValueAxis {
  min: number
  max: number
  ticks: readonly number[]
  /** The unit of all marks, for the head of the axis; empty for scores and counts. */
  unit: string
  /** The mark's number in that unit, all with the same decimals. */
  label: (value: number) => string
}

const byteUnits = ['B', 'KiB', 'MiB', 'GiB', 'TiB'] as const
const durationUnits = [['d', dayMs], ['h', hourMs], ['min', minuteMs]] as const

/** The unit in which an axis up to `max` reads best. */
function axisUnit(unit: Unit, max: number): { unit: string; factor: number } {
  if (unit === 'ratio') return { unit: '%', factor: 100 }
  if (unit === 'ms') return max >= 2000 ? { unit: 's', factor: 0.001 } : { unit: 'ms', factor: 1 }
  if (unit === 'cores') return { unit: 'cores', factor: 1 }
  if (unit === 'bytes') {
    const power = max < 1 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log2(max) / 10))
    return { unit: byteUnits[power] ?? 'B', factor: 1 / 1024 ** power }
  }
  if (unit === 'duration') {
    const [word, length] = durationUnits.find(([, length]) => max >= 2 * length) ?? (['s', secondMs] as const)
    return { unit: word, factor: 1 / length }
  }
  if (unit !== 'per_second') return { unit: '', factor: 1 }
  if (max >= 1 || max === 0) return { unit: '/s', factor: 1 }
  return max * 60 >= 1 ? { unit: '/min', factor: 60 } : { unit: '/h', factor: 3600 }
}

/** 1, 2 or 5 times a power of ten. */
export function niceStep(atLeast: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(atLeast))
  const step = [1, 2, 5].find((n) => n * magnitude >= atLeast * (1 - 1e-9))
  return step === undefined ? 10 * magnitude : step * magnitude
}

/** The extent of what is drawn; `null` values do not count. */
export function extent(values: Iterable<number | null>): { min: number; max: number } | null {
  let [min, max] = [Infinity, -Infinity]
  for (const value of values) {
    if (value === null) continue
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  return min > max ? null : { min, max }
}

/**
 * An axis for values of a unit. Scores zoom in on what is there, because the difference of 0.91 and 0.92
 * matters; everything else starts at zero, because its size matters.
 */
export function valueAxis(unit: Unit, values: { min: number; max: number } | null, count = 4): ValueAxis {
  const { unit: word, factor } = axisUnit(unit, Math.max(0, values?.max ?? 0))
  const zoomed = unit === 'score' && values !== null
  let low = zoomed ? values.min : Math.min(0, values?.min ?? 0)
  let high = values?.max ?? 1
  if (zoomed) {
    // Never closer than 0.02: noise must not look like a landslide.
    const pad = Math.max((high - low) * 0.15, (0.02 - (high - low)) / 2, 0)
    const bounded = low >= 0 && high <= 1
    low = bounded ? Math.max(0, low - pad) : low - pad
    high = bounded ? Math.min(1, high + pad) : high + pad
  }
  if (high <= low) high = low + (unit === 'ratio' ? 0.01 : 1)
  const atLeast = ((high - low) * factor) / count
  const step = niceStep(unit === 'count' ? Math.max(1, atLeast) : atLeast)
  // Division by the step, not multiplication: 3 × 0.1 would leave a mark at 0.30000000000000004.
  const first = Math.floor((low * factor) / step + 1e-9)
  const last = Math.ceil((high * factor) / step - 1e-9)
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(decimals + 2)) / factor)
  return {
    min: ticks[0] ?? low,
    max: ticks.at(-1) ?? high,
    ticks,
    unit: word,
    label: (value) => fixed(value * factor, decimals),
  }
}
