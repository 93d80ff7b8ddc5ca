import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MonitoringSource } from '@/ports/monitoring'
import { parseExposition, printExposition, type ExposedSample } from '@/testing/exposition'
import { recordedRuntimes, type RecordedRuntime } from '@/testing/runtimes'
import { agrees, askFigure, sourceOverRuntime, unchecked } from '@/testing/runtimeSetup'
import { startRealPrometheus, startScraping, type RealPrometheus } from './realPrometheus'
import { startRealVictoriaMetrics, type RealVictoriaMetrics } from './realVictoriaMetrics'

/*
 * What each runtime exposes, on real servers: a Prometheus scrapes it once a second while its counters grow, and a
 * VictoriaMetrics holds twenty minutes of it. Every preset must answer what was counted by hand.
 */
const expositions = new Map(
  recordedRuntimes.map(({ preset }) => [preset, parseExposition(readFileSync(`src/adapters/prometheus/presets/recorded/${preset}.txt`, 'utf8'))]),
)

/** Each second adds the whole exposition once. It has run for a while, so that no counter starts from nothing. */
function grown({ value, counts }: ExposedSample, seconds: number): number {
  return counts ? value * (1000 + seconds) : value
}

/** Serves each exposition under the name of its preset, stamped, so that a busy machine changes no rate. */
function serveExpositions(): Promise<{ server: Server; target: string }> {
  const started = Date.now()
  const server = createServer((request, response) => {
    const samples = expositions.get(request.url?.slice(1) ?? '')
    response.setHeader('Content-Type', 'text/plain; version=0.0.4').writeHead(samples ? 200 : 404)
    const now = Date.now()
    response.end(samples && printExposition(samples, now, (sample) => grown(sample, (now - started) / 1000)))
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve({ server, target: `127.0.0.1:${typeof address === 'object' && address ? address.port : 0}` })
    })
  })
}

function checkPresets(sourceOf: (runtime: RecordedRuntime, preset?: string) => MonitoringSource, { windowMs, tolerance }: { windowMs: number; tolerance: number }) {
  describe.each(recordedRuntimes)('preset $preset', (runtime) => {
    it.each(runtime.figures)('$signal of version $version', async (expected) => {
      const found = await askFigure(sourceOf(runtime), runtime, expected, windowMs)
      expect({ found, agrees: agrees(found, expected, tolerance), expected: expected.value }).toMatchObject({ agrees: true })
    })

    it('has what it needs, and nothing it answers is unproven', async () => {
      const source = sourceOf(runtime)
      const { capabilities, notes } = await source.info()
      expect(capabilities).toContain('signals')
      expect(notes.filter((note) => note.startsWith('No samples'))).toEqual([])
      expect(await unchecked(source, runtime)).toEqual([])
    })
  })

  it('chooses one where all of them are', async () => {
    const [runtime] = recordedRuntimes
    const auto = runtime && sourceOf(runtime, 'auto')
    expect((await auto?.plan())?.preset.name).toBe('seldon-v2')
    const notes = (await auto?.info())?.notes ?? []
    expect(notes.find((note) => note.includes('"preset": "kserve"'))).toContain('Istio: "preset": "istio"')
  })
}

/** Waits until every job has been scraped through more than a window of rates. */
async function filled(url: string, jobs: number): Promise<void> {
  const query = `count(count_over_time(up[12s]) >= 12) == ${jobs}`
  for (let attempt = 0; attempt < 120; attempt++) {
    const answer = await fetch(`${url}/api/v1/query?${new URLSearchParams({ query })}`)
    if ((await answer.text()).includes('"value"')) return
    await wait(500)
  }
  throw new Error('the expositions were not scraped')
}

describe('scraped by a real Prometheus', () => {
  let prometheus: RealPrometheus
  let exposing: { server: Server; target: string }

  beforeAll(async () => {
    exposing = await serveExpositions()
    prometheus = await startScraping(recordedRuntimes.map(({ preset }) => ({ name: preset, target: exposing.target, path: `/${preset}` })))
    await filled(prometheus.url, recordedRuntimes.length)
  })
  afterAll(async () => {
    await prometheus.stop()
    exposing.server.closeAllConnections()
    exposing.server.close()
  })

  checkPresets((runtime, preset = runtime.preset) => sourceOverRuntime({ ...runtime, preset }, { baseUrl: prometheus.url, clock: { now: () => Date.now() } }), {
    windowMs: 10_000,
    tolerance: 1e-3,
  })
})

/** Twenty minutes of every exposition, a sample each 15 s. */
function history(end: number) {
  const times = Array.from({ length: 80 }, (_, index) => end - (79 - index) * 15_000)
  return [...expositions].flatMap(([job, samples]) =>
    samples.map((sample) => ({
      labels: { ...sample.labels, __name__: sample.name, job },
      samples: times.map((at, index) => [at, grown(sample, index * 15)] as const),
    })),
  )
}

describe.each([
  { name: 'VictoriaMetrics', start: startRealVictoriaMetrics },
  { name: 'Prometheus', start: startRealPrometheus },
])('held by a real $name', ({ start }) => {
  const end = Math.floor(Date.now() / 60_000) * 60_000
  let server: RealVictoriaMetrics | RealPrometheus

  beforeAll(async () => {
    server = await start(history(end))
  })
  afterAll(() => server.stop())

  checkPresets((runtime, preset = runtime.preset) => sourceOverRuntime({ ...runtime, preset }, { baseUrl: server.url, clock: { now: () => end } }), {
    windowMs: 300_000,
    tolerance: 1e-3,
  })
})
