/** One line of what a server exposes. */
export interface ExposedSample {
  name: string
  labels: Readonly<Record<string, string>>
  value: number
  /** Whether it only grows: a counter, or a part of a histogram or summary. */
  counts: boolean
}

const sampleLine = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})?\s+(\S+)\s*$/
const labelPair = /([a-zA-Z_]\w*)="((?:\\.|[^"\\])*)"/g

/**
 * Reads Prometheus's text format as far as the recordings need it.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export function parseExposition(text: string): ExposedSample[] {
  const types = new Map<string, string>()
  const samples: ExposedSample[] = []
  for (const line of text.split('\n')) {
    const [, typed, type] = /^# TYPE (\S+) (\w+)/.exec(line) ?? []
    if (typed !== undefined && type !== undefined) types.set(typed, type)
    const [, name, labels = '', value] = sampleLine.exec(line) ?? []
    if (line.startsWith('#') || name === undefined || value === undefined) continue
    const pairs = [...labels.matchAll(labelPair)].map(([, key = '', quoted = '']) => [key, unescape(quoted)] as const)
    samples.push({ name, labels: Object.fromEntries(pairs), value: Number(value), counts: onlyGrows(name, types) })
  }
  return samples
}

/** The same lines with other numbers, stamped with when they were true. */
export function printExposition(samples: readonly ExposedSample[], at: number, valueOf: (sample: ExposedSample) => number): string {
  const lines = samples.map((sample) => {
    const pairs = Object.entries(sample.labels).map(([key, value]) => `${key}=${JSON.stringify(value)}`)
    return `${sample.name}{${pairs.join(',')}} ${valueOf(sample)} ${at}`
  })
  return `${lines.join('\n')}\n`
}

function onlyGrows(name: string, types: ReadonlyMap<string, string>): boolean {
  if (types.get(name) === 'counter') return true
  const family = name.replace(/_(?:bucket|count|sum)$/, '')
  return family !== name && ['histogram', 'summary'].includes(types.get(family) ?? '')
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/g, (_, char: string) => (char === 'n' ? '\n' : char))
}
