import { existsSync, readFileSync } from 'node:fs'
import type { Call, Scrape } from './loadFigures'

interface Line {
  at: number
  seconds: number
  server_seconds: number
  status: number
  version: string
}

/** The calls that the load generator wrote down, the oldest first: those of its file, and of the file before. */
export function readCalls(file: string): Call[] {
  const text = [`${file}.1`, file].map((part) => (existsSync(part) ? readFileSync(part, 'utf8') : '')).join('')
  // What follows the last line's end is being written.
  return text.split('\n').slice(0, -1).map((line) => {
    const { at, seconds, server_seconds, status, version }: Line = JSON.parse(line)
    return { beganMs: at * 1000, endedMs: (at + seconds) * 1000, clientMs: seconds * 1000, serverMs: server_seconds * 1000, status, version }
  })
}

/** The scrapes of a target that went well in the window before a moment, as Prometheus keeps them. */
export async function scrapesOf(prometheus: string, target: string, at: number, windowMs: number): Promise<Scrape[]> {
  const query = `{__name__=~"up|scrape_duration_seconds", instance="${target}"}[${windowMs}ms]`
  const answer = await fetch(`${prometheus}/api/v1/query?${new URLSearchParams({ query, time: String(at / 1000) }).toString()}`)
  const { data }: { data: { result: { metric: Record<string, string>; values: [number, string][] }[] } } = await answer.json()
  const valuesOf = (name: string) => new Map(data.result.find(({ metric }) => metric['__name__'] === name)?.values)
  const up = valuesOf('up')
  return [...valuesOf('scrape_duration_seconds')].filter(([seconds]) => up.get(seconds) === '1').map(([seconds, took]) => ({ at: seconds * 1000, tookMs: Number(took) * 1000 }))
}

/** The upper bounds of the serving process's latency buckets in ms, as it exports them; without the infinite one. */
export async function bucketEdges(serving: string): Promise<number[]> {
  const exposition = await fetch(`${serving}/metrics`).then((answer) => answer.text())
  const edges = [...exposition.matchAll(/^model_request_duration_seconds_bucket\{le="([\d.]+)"/gm)].map(([, edge]) => Number(edge) * 1000)
  return [...new Set(edges)].toSorted((a, b) => a - b)
}
