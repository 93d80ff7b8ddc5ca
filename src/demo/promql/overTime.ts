import { quantileOf } from './quantile'
import { extrapolated, fromLastTwo, regression } from './rate'
import type { Window } from './window'

type OverTime = (window: Window) => number | null

/** Neumaier's sum, so that a long window of small values next to a large one stays exact. */
function sum({ values, first, end }: Window): number {
  let [total, lost] = [0, 0]
  for (let i = first; i < end; i++) {
    const value = values[i] ?? 0
    const next = total + value
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total
    total = next
  }
  return Number.isFinite(total) ? total + lost : total
}

function mean(window: Window): number {
  return sum(window) / (window.end - window.first)
}

function variance(window: Window): number {
  const { values, first, end } = window
  let [average, squares] = [0, 0]
  for (let i = first; i < end; i++) {
    const value = values[i] ?? 0
    const delta = value - average
    average += delta / (i - first + 1)
    squares += delta * (value - average)
  }
  return squares / (end - first)
}

/** NaN loses against any number. */
function best({ values, first, end }: Window, better: (a: number, b: number) => boolean): number {
  let result = values[first] ?? Number.NaN
  for (let i = first + 1; i < end; i++) {
    const value = values[i] ?? Number.NaN
    if (better(value, result) || Number.isNaN(result)) result = value
  }
  return result
}

function countSteps({ values, first, end }: Window, counts: (before: number, after: number) => boolean): number {
  let count = 0
  for (let i = first + 1; i < end; i++) if (counts(values[i - 1] ?? 0, values[i] ?? 0)) count++
  return count
}

/** The functions of one range vector alone, by name. */
export const overTime: ReadonlyMap<string, OverTime> = new Map<string, OverTime>([
  ['rate', (window) => extrapolated(window, true, true)],
  ['increase', (window) => extrapolated(window, true, false)],
  ['delta', (window) => extrapolated(window, false, false)],
  ['irate', (window) => fromLastTwo(window, true)],
  ['idelta', (window) => fromLastTwo(window, false)],
  ['deriv', (window) => (window.end - window.first < 2 ? null : regression(window, window.times[window.first] ?? 0).slope)],
  ['changes', (window) => countSteps(window, (a, b) => a !== b && !(Number.isNaN(a) && Number.isNaN(b)))],
  ['resets', (window) => countSteps(window, (a, b) => b < a)],
  ['sum_over_time', sum],
  ['avg_over_time', mean],
  ['min_over_time', (window) => best(window, (a, b) => a < b)],
  ['max_over_time', (window) => best(window, (a, b) => a > b)],
  ['count_over_time', (window) => window.end - window.first],
  ['last_over_time', (window) => window.values[window.end - 1] ?? null],
  ['present_over_time', () => 1],
  ['stdvar_over_time', variance],
  ['stddev_over_time', (window) => Math.sqrt(variance(window))],
])

export function quantileOverTime(window: Window, q: number): number {
  return quantileOf(q, [...window.values.subarray(window.first, window.end)])
}

/** The value that the trend of the window reaches `seconds` after the evaluation. */
export function predictLinear(window: Window, seconds: number): number | null {
  if (window.end - window.first < 2) return null
  const { slope, intercept } = regression(window, window.nowMs)
  return slope * seconds + intercept
}
