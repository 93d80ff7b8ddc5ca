import type { KnownMetric } from '@/domain/metric'
import type { Unit } from '@/domain/signal'
import { dayMs, hourMs, minuteMs, secondMs } from '@/domain/time'

/** A figure as it is typeset: the number, and its unit to be drawn lighter (empty where there is none). */
export interface Measure {
  value: string
  unit: string
}

/** Narrow no-break space: groups of three digits. */
export const thin = '\u202f'
export const minus = '\u2212'
/** What stands where there is no value. */
export const noValue = '–'

/** Fixed decimals, thin groups, a real minus; never `-0`. */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(decimals)
  const [whole = '', fraction] = text.split('.')
  const grouped = whole.length > 3 ? whole.replaceAll(/\B(?=(\d{3})+$)/g, thin) : whole
  const sign = value < 0 && Number(text) !== 0 ? minus : ''
  return sign + (fraction === undefined ? grouped : `${grouped}.${fraction}`)
}

/** So many significant digits, never in exponents. */
export function significant(value: number, digits: number): string {
  if (value === 0) return '0'
  const magnitude = Math.floor(Math.log10(Math.abs(Number(value.toPrecision(digits)))))
  return fixed(value, Math.max(0, digits - 1 - magnitude))
}

function ratio(value: number): Measure {
  const percent = value * 100
  if (percent !== 0 && Math.abs(percent) < 0.001) return { value: '<' + thin + '0.001', unit: '%' }
  return { value: Math.abs(percent) >= 99.5 ? wholePercent(percent) : significant(percent, 2), unit: '%' }
}

// 99.97 % must not read as 100 %: near the whole, the distance to it counts.
function wholePercent(percent: number): string {
  if (Number.isInteger(percent) || Math.abs(percent) > 100) return fixed(percent, 0)
  return fixed(Math.sign(percent) * Math.min(Math.abs(percent), 99.99), 2)
}

function milliseconds(ms: number): Measure {
  const size = Math.abs(ms)
  if (size >= 999.5) {
    const seconds = ms / 1000
    return { value: fixed(seconds, Math.abs(seconds) < 9.995 ? 2 : Math.abs(seconds) < 99.95 ? 1 : 0), unit: 's' }
  }
  return { value: size >= 9.95 || size === 0 ? fixed(ms, 0) : size >= 0.995 ? fixed(ms, 1) : significant(ms, 2), unit: 'ms' }
}

function rate(perSecond: number): Measure {
  const size = Math.abs(perSecond)
  if (size === 0) return { value: '0', unit: '/s' }
  if (size >= 99.95) return { value: fixed(perSecond, 0), unit: '/s' }
  if (size >= 1) return { value: fixed(perSecond, 1), unit: '/s' }
  const [scaled, unit] = size * 60 >= 0.995 ? [perSecond * 60, '/min'] : [perSecond * 3600, '/h']
  return { value: Math.abs(scaled) >= 9.95 ? fixed(scaled, 0) : significant(scaled, 2), unit }
}

function duration(ms: number): Measure {
  const size = Math.abs(ms)
  const [unit, length] = size < 2 * minuteMs ? (['s', secondMs] as const) : size < 2 * hourMs ? (['min', minuteMs] as const) : size < 3 * dayMs ? (['h', hourMs] as const) : (['d', dayMs] as const)
  const scaled = ms / length
  return { value: fixed(scaled, Math.abs(scaled) >= 9.95 || Number.isInteger(scaled) ? 0 : 1), unit }
}

const unitless = (value: string): Measure => ({ value, unit: '' })

const typesetters: Readonly<Record<Unit, (value: number) => Measure>> = {
  score: (value) => unitless(fixed(value, 3)),
  ratio,
  ms: milliseconds,
  duration,
  cores: (value) => ({ value: Number.isInteger(value) ? fixed(value, 0) : significant(value, 2), unit: 'cores' }),
  bytes: (value) => {
    const [scaled = '', unit = ''] = bytesText(value).split(' ')
    return { value: scaled, unit }
  },
  per_second: rate,
  count: (value) => unitless(fixed(value, Number.isInteger(value) ? 0 : 1)),
  index: (value) => unitless(fixed(value, 2)),
}

/** A value in the unit of its signal, as number and unit. */
export function measure(value: number, unit: Unit): Measure {
  return typesetters[unit](value)
}

/** The same in one string: `84 ms`, `0.21 %`; an en dash for `null`. */
export function measureText(value: number | null, unit: Unit): string {
  if (value === null) return noValue
  const { value: number, unit: suffix } = measure(value, unit)
  return suffix === '' ? number : `${number} ${suffix}`
}

const shares: ReadonlySet<KnownMetric> = new Set(['f1', 'accuracy', 'precision', 'recall', 'roc_auc', 'r2', 'log_loss'])

/** Whether a measure lives in 0..1 or close to it, and not in the target's own unit. */
export function isShare(metric: KnownMetric): boolean {
  return shares.has(metric)
}

/** A logged measure: three decimals for what lives in 0..1, three significant digits for errors in the target's unit. */
export function metricText(metric: KnownMetric, value: number | null): string {
  if (value === null) return noValue
  return isShare(metric) ? fixed(value, 3) : Math.abs(value) >= 1000 ? fixed(value, 0) : significant(value, 3)
}

/** A whole number with thin groups. */
export function countText(value: number): string {
  return fixed(value, 0)
}

/** Bytes in powers of 1024: `1.4 MiB`; an en dash for `null`. */
export function bytesText(bytes: number | null): string {
  if (bytes === null) return noValue
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB']
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log2(bytes) / 10))
  const scaled = bytes / 1024 ** power
  return `${power === 0 || scaled >= 99.95 ? fixed(scaled, 0) : fixed(scaled, 1)} ${units[power] ?? 'B'}`
}
