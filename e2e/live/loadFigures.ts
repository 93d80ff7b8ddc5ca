/** One request as the load generator saw it: `examples/serving/load.py --log`. */
export interface Call {
  beganMs: number
  endedMs: number
  /** Until the answer was read. */
  clientMs: number
  /** How much of that the model took: what the server's histogram holds, less a few µs. */
  serverMs: number
  status: number
  version: string
}

export type Bounds = readonly [low: number, high: number]

/**
 * What a server counted between two of its scrapes. A counter shows in a scrape between the scrape's timestamp and its
 * end, so each edge lies between two moments; `fromMs` and `toMs` are these.
 */
export interface Counted {
  fromMs: Bounds
  toMs: Bounds
}

/** A scrape as Prometheus keeps it: its timestamp, and how long it took. */
export interface Scrape {
  at: number
  tookMs: number
}

/** What was counted is what lies between the first and the last scrape of a window. `late`: the last may not have been there yet. */
export function countedBetween(scrapes: readonly Scrape[], late = false): Counted {
  const [first, last, before] = [scrapes[0], scrapes.at(-1), scrapes.at(late ? -2 : -1)]
  if (first === undefined || last === undefined || before === undefined || scrapes.length < 4) throw new Error(`${scrapes.length} scrapes are too few`)
  return { fromMs: [first.at, first.at + first.tookMs], toMs: [before.at, last.at + last.tookMs] }
}

/** The calls that a window counted for certain, and those at its edges of which any may be counted. */
export interface Sample {
  certain: readonly Call[]
  possible: readonly Call[]
}

/** A call is counted at some moment while it lasts. */
export function sampleOf(calls: readonly Call[], { fromMs, toMs }: Counted): Sample {
  const touched = calls.filter(({ beganMs, endedMs }) => endedMs >= fromMs[0] && beganMs <= toMs[1])
  const inside = ({ beganMs, endedMs }: Call) => beganMs >= fromMs[1] && endedMs <= toMs[0]
  return { certain: touched.filter(inside), possible: touched.filter((call) => !inside(call)) }
}

/**
 * Calls a second. `rate` divides by the window, after it has drawn the increase out to the window's ends by at most
 * what lies beyond the first and last scrape: the answer lies between the increase over the window and over the
 * time between these scrapes. https://prometheus.io/docs/prometheus/latest/querying/functions/#rate
 */
export function rateBounds({ certain, possible }: Sample, { fromMs, toMs }: Counted, windowMs: number): Bounds {
  const scrapedMs = toMs[0] - fromMs[1]
  return [(certain.length / windowMs) * 1000, ((certain.length + possible.length) / Math.min(scrapedMs, windowMs)) * 1000]
}

/** The share of answers with a 5xx, of all calls. */
export function errorBounds(sample: Sample): Bounds {
  return extremes(sample, ({ status }) => (status >= 500 ? 1 : 0), (values) => values.reduce((sum, value) => sum + value, 0) / values.length)
}

/**
 * Where a histogram's quantile may lie. Server and client time the same calls, and each call takes the server less
 * than the client: so the server's quantile is at most the client's and at least that of what the server said, call
 * by call. A histogram knows a value by its bucket only: hence the bounds of the two buckets.
 */
export function quantileBounds(sample: Sample, quantile: number, edgesMs: readonly number[]): Bounds {
  const [low] = extremes(sample, ({ serverMs }) => serverMs, (values) => quantileOf(values, quantile))
  const [, high] = extremes(sample, ({ clientMs }) => clientMs, (values) => quantileOf(values, quantile))
  return [bucketOf(low, edgesMs)[0], bucketOf(high, edgesMs)[1]]
}

/** The least value that this share of the ascending values does not exceed: of its bucket is histogram_quantile's answer. */
export function quantileOf(ascending: readonly number[], quantile: number): number {
  return ascending[Math.max(0, Math.ceil(quantile * ascending.length - 1e-9) - 1)] ?? Number.NaN
}

/** The bucket that counts a value: above its lower bound, at most its upper. What is beyond the last reads as the last bound. */
export function bucketOf(value: number, edges: readonly number[]): Bounds {
  const at = edges.findIndex((edge) => value <= edge)
  const last = edges.at(-1) ?? 0
  return at === -1 ? [last, last] : [edges[at - 1] ?? 0, edges[at] ?? last]
}

/**
 * The least and the greatest that a figure of ascending values can be, whichever of the possible calls are in it: it falls most with the
 * smallest values added, and grows most with the greatest.
 */
function extremes({ certain, possible }: Sample, valueOf: (call: Call) => number, figure: (values: readonly number[]) => number): Bounds {
  const [sure, added] = [certain.map(valueOf), ascending(possible.map(valueOf))]
  const figures = [...added.keys(), added.length].flatMap((n) => [
    figure(ascending([...sure, ...added.slice(0, n)])),
    figure(ascending([...sure, ...added.slice(added.length - n)])),
  ])
  return [Math.min(...figures), Math.max(...figures)]
}

function ascending(values: readonly number[]): number[] {
  return values.toSorted((a, b) => a - b)
}

const units: Readonly<Record<string, number>> = { '%': 0.01, ms: 1, s: 1000, '/s': 1, '/min': 1 / 60, '/h': 1 / 3600 }

/** What a figure on the page may have been before it was rounded: `4.1 %` is 0.0405 to 0.0415, `1.20 s` 1195 to 1205 ms. */
export function readFigure(text: string): Bounds {
  const [, number = '', decimals = '', unit = ''] = /^([\d\u202f]+(?:\.(\d+))?)\s*(%|ms|\/s|\/min|\/h|s)(?![a-z])/.exec(text.trim()) ?? []
  const scale = units[unit]
  if (scale === undefined) throw new Error(`“${text}” is no figure`)
  const value = Number(number.replaceAll('\u202f', ''))
  const half = 0.5 / 10 ** decimals.length
  return [(value - half) * scale, (value + half) * scale]
}

/** Whether a figure as shown can be one within the bounds. */
export function agrees(shown: Bounds, bounds: Bounds): boolean {
  return shown[0] <= bounds[1] && bounds[0] <= shown[1]
}
