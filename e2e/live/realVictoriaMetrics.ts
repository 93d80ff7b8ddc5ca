import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { StoredSeries } from '@/demo/world/metricStore'
import { freePort } from './realPrometheus'

export interface RealVictoriaMetrics {
  url: string
  /** Ends the server and removes its data. */
  stop(): Promise<void>
}

/** Starts Debian's VictoriaMetrics on loopback and imports these samples. */
export async function startRealVictoriaMetrics(series: readonly StoredSeries[]): Promise<RealVictoriaMetrics> {
  const folder = await mkdtemp(join(tmpdir(), 'modeldeck-victoria-metrics-'))
  const port = await freePort()
  const server = spawn(
    'victoria-metrics',
    [
      `-httpListenAddr=127.0.0.1:${port}`,
      `-storageDataPath=${folder}`,
      '-retentionPeriod=100y',
      '-search.latencyOffset=0s',
      // An answer given before the import can be searched would be kept.
      '-search.disableCache',
    ],
    { stdio: 'ignore' },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    server.kill('SIGTERM')
    await ended
    await rm(folder, { recursive: true, force: true })
  }
  const url = `http://127.0.0.1:${port}`
  for (let attempt = 0; attempt < 200; attempt++) {
    const ready = await fetch(`${url}/health`).then((response) => response.ok, () => false)
    if (ready) {
      const imported = await fetch(`${url}/api/v1/import`, { method: 'POST', body: jsonLines(series) })
      if (!imported.ok) throw new Error(`import: ${imported.status} ${await imported.text()}`)
      await fetch(`${url}/internal/force_flush`)
      return { url, stop }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error('victoria-metrics did not become ready')
}

/** https://docs.victoriametrics.com/#json-line-format; it knows no NaN, and keeps none. */
function jsonLines(series: readonly StoredSeries[]): string {
  return series
    .map(({ labels, samples }) => {
      const numbers = samples.filter(([, value]) => Number.isFinite(value))
      return JSON.stringify({
        metric: labels,
        values: numbers.map(([, value]) => value),
        timestamps: numbers.map(([at]) => at),
      })
    })
    .join('\n')
}
