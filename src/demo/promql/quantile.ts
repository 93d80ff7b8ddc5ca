/** Ascending, NaN first, as Prometheus sorts values. */
function ascending(a: number, b: number): number {
  if (Number.isNaN(a)) return Number.isNaN(b) ? 0 : -1
  return Number.isNaN(b) ? 1 : a - b
}

/** The q-quantile of values, interpolated between neighbours; ±Infinity for q outside 0–1. */
export function quantileOf(q: number, values: number[]): number {
  if (values.length === 0 || Number.isNaN(q)) return Number.NaN
  if (q < 0) return -Infinity
  if (q > 1) return Infinity
  values.sort(ascending)
  const rank = q * (values.length - 1)
  const lower = Math.max(0, Math.floor(rank))
  const upper = Math.min(values.length - 1, lower + 1)
  const weight = rank - Math.floor(rank)
  return (values[lower] ?? 0) * (1 - weight) + (values[upper] ?? 0) * weight
}

/** The buckets of one histogram at one step, ascending by bound; only the first `length` entries count. */
export interface Buckets {
  bounds: Float64Array
  counts: Float64Array
  length: number
}

/**
 * The q-quantile of a classic histogram: bucketQuantile of Prometheus 2.42's promql/quantile.go.
 * Linear within the bucket; NaN without observations or without a +Inf bucket; the highest finite bound when
 * the quantile falls into +Inf. Equal bounds are added up and counts made monotonic, in place.
 */
export function bucketQuantile(q: number, buckets: Buckets): number {
  if (Number.isNaN(q)) return Number.NaN
  if (q < 0) return -Infinity
  if (q > 1) return Infinity
  const { bounds, counts } = buckets
  if (bounds[buckets.length - 1] !== Infinity) return Number.NaN
  const length = coalesce(buckets)
  raise(counts, length)
  const observations = counts[length - 1] ?? 0
  if (length < 2 || observations === 0) return Number.NaN
  const rank = q * observations
  let b = 0
  while (b < length - 1 && !((counts[b] ?? 0) >= rank)) b++
  if (b === length - 1) return bounds[length - 2] ?? Number.NaN
  const upper = bounds[b] ?? 0
  if (b === 0 && upper <= 0) return upper
  const [lower, below] = b === 0 ? [0, 0] : [bounds[b - 1] ?? 0, counts[b - 1] ?? 0]
  return lower + (upper - lower) * ((rank - below) / ((counts[b] ?? 0) - below))
}

/** Buckets of different scrapes may contradict each other: no count may be below the one before it. */
function raise(counts: Float64Array, length: number): void {
  let highest = counts[0] ?? 0
  for (let i = 1; i < length; i++) {
    const count = counts[i] ?? 0
    if (count > highest) highest = count
    else if (count < highest) counts[i] = highest
  }
}

function coalesce({ bounds, counts, length }: Buckets): number {
  let last = 0
  for (let i = 1; i < length; i++) {
    if (bounds[i] === bounds[last]) counts[last] = (counts[last] ?? 0) + (counts[i] ?? 0)
    else {
      last++
      bounds[last] = bounds[i] ?? 0
      counts[last] = counts[i] ?? 0
    }
  }
  return last + 1
}
