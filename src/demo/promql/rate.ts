import type { Window } from './window'

/**
 * rate, increase and delta: the difference between the last and first sample, resets added back for
 * counters, extrapolated to the limits of the range as far as the spacing of the samples allows.
 * As in extrapolatedRate of Prometheus 2.42's promql/functions.go.
 */
export function extrapolated(window: Window, isCounter: boolean, isRate: boolean): number | null {
  const { times, values, first, end } = window
  const count = end - first
  if (count < 2) return null
  const [firstTime, lastTime, firstValue] = [times[first] ?? 0, times[end - 1] ?? 0, values[first] ?? 0]
  let difference = (values[end - 1] ?? 0) - firstValue
  if (isCounter) {
    let previous = 0
    for (let i = first; i < end; i++) {
      const value = values[i] ?? 0
      if (value < previous) difference += previous
      previous = value
    }
  }
  let toStart = (firstTime - window.fromMs) / 1000
  const toEnd = (window.toMs - lastTime) / 1000
  const sampled = (lastTime - firstTime) / 1000
  const spacing = sampled / (count - 1)
  // A counter cannot have been below zero: do not extrapolate beyond where it would have started.
  if (isCounter && difference > 0 && firstValue >= 0) toStart = Math.min(toStart, sampled * (firstValue / difference))
  const threshold = spacing * 1.1
  const extent = sampled + (toStart < threshold ? toStart : spacing / 2) + (toEnd < threshold ? toEnd : spacing / 2)
  const factor = extent / sampled
  return difference * (isRate ? factor / ((window.toMs - window.fromMs) / 1000) : factor)
}

/** irate and idelta: from the last two samples alone. */
export function fromLastTwo(window: Window, isRate: boolean): number | null {
  const { times, values, first, end } = window
  if (end - first < 2) return null
  const [before, last] = [values[end - 2] ?? 0, values[end - 1] ?? 0]
  const ms = (times[end - 1] ?? 0) - (times[end - 2] ?? 0)
  const difference = isRate && last < before ? last : last - before
  return isRate ? difference / (ms / 1000) : difference
}

/** Slope per second and value at `originMs` of the least-squares line through the window. */
export function regression(window: Window, originMs: number): { slope: number; intercept: number } {
  const { times, values, first, end } = window
  const start = values[first] ?? 0
  let [n, sumX, sumY, sumXY, sumX2, constant] = [0, 0, 0, 0, 0, true]
  for (let i = first; i < end; i++) {
    const [x, y] = [((times[i] ?? 0) - originMs) / 1000, values[i] ?? 0]
    if (y !== start) constant = false
    n++
    sumX += x
    sumY += y
    sumXY += x * y
    sumX2 += x * x
  }
  if (constant) return Number.isFinite(start) ? { slope: 0, intercept: start } : { slope: Number.NaN, intercept: Number.NaN }
  const slope = (sumXY - (sumX * sumY) / n) / (sumX2 - (sumX * sumX) / n)
  return { slope, intercept: sumY / n - (slope * sumX) / n }
}
