import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPrometheus } from '@/adapters/prometheus/index'
import type { MonitoringSource } from '@/ports/monitoring'
import { lookUp } from './redis'
import { startPrometheus, startRedis, startRedisExporter } from './servers.mjs'

/*
 * A real Redis is asked known look-ups over its own protocol, its real exporter counts them, a real Prometheus scrapes
 * the exporter once a second, and the adapter must answer their ratio.
 */
const work = mkdtempSync(join(tmpdir(), 'modeldeck-redis-'))
const folder = () => mkdtempSync(join(work, 'server-'))
const stops: (() => Promise<void>)[] = []
let redis = ''
let exporter = ''
let source: MonitoringSource

beforeAll(async () => {
  const server = await startRedis(folder())
  const exporting = await startRedisExporter(folder(), server.url)
  const prometheus = await startPrometheus(folder(), [`127.0.0.1:${exporting.port}`])
  stops.push(prometheus.stop, exporting.stop, server.stop)
  redis = server.url
  exporter = `127.0.0.1:${exporting.port}`
  const match = [{ cache: `\${name}:${exporting.port}` }]
  source = createPrometheus({ id: 'prometheus', baseUrl: prometheus.url, clock: { now: () => Date.now() }, preset: 'modeldeck', labels: {}, match, queries: {}, registryIds: [] })
})
afterAll(async () => {
  for (const stop of stops) await stop()
  rmSync(work, { recursive: true, force: true })
})

const named = (name: string, serving: string | null = null) => ({ ref: { source: 'mlflow', name }, serving })

async function ratio(model: ReturnType<typeof named>): Promise<number | null | undefined> {
  const { figures } = await source.figures('redis_hit_ratio', { models: [model], by: 'model' }, { windowMs: 30_000, offsetMs: 0 })
  return figures[0]?.value
}

/** The last hour of it. */
const chart = () => source.series('redis_hit_ratio', { models: [named('127.0.0.1')], by: 'version' }, { kind: 'relative', preset: '1h' }, 400)

/** Asks until Prometheus has scraped enough. */
async function settled(ask: () => Promise<number | null | undefined>, expected: number): Promise<number | null | undefined> {
  let found = await ask()
  for (let attempt = 0; attempt < 120 && (found == null || Math.abs(found - expected) > 1e-9); attempt++) {
    await wait(250)
    found = await ask()
  }
  return found
}

describe('the cache of a model', () => {
  it('has no ratio before anything is looked up, which is not zero', async () => {
    expect(await settled(async () => (await source.lacking(['redis_hit_ratio'])).size, 0)).toBe(0)
    expect(await ratio(named('127.0.0.1'))).toBeUndefined()
  })

  it.each([
    { hits: 9, misses: 1, expected: 0.9 },
    // The window holds both.
    { hits: 6, misses: 4, expected: 0.75 },
  ])('$hits hits and $misses misses more make $expected', async ({ hits, misses, expected }) => {
    await lookUp(redis, hits, misses)
    expect(await settled(() => ratio(named('127.0.0.1')), expected)).toBeCloseTo(expected, 9)
  })

  it('is found by the tag of a model, and is nobody else’s', async () => {
    expect(await ratio(named('fraud', JSON.stringify({ cache: exporter })))).toBeCloseTo(0.75, 9)
    expect(await ratio(named('fraud'))).toBeUndefined()
  })

  it('is charted, with the query that was sent', async () => {
    expect((await chart()).query).toContain(`redis_keyspace_hits_total{instance="${exporter}"}`)
    // The last point of a chart lies on its grid: it may be from before the look-ups.
    expect(await settled(async () => (await chart()).series[0]?.samples.at(-1)?.[1], 0.75)).toBeCloseTo(0.75, 9)
  })

  it('says what is not there, and who exports it', async () => {
    expect(Object.fromEntries(await source.lacking(['redis_hit_ratio', 'memcached_hit_ratio']))).toEqual({
      memcached_hit_ratio: 'No samples of memcached_commands_total in the last 24 hours: memcached_exporter exports them.',
    })
  })
})
