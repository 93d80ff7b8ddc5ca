import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { StoredSeries } from '@/demo/world/metricStore'

export interface RealPrometheus {
  url: string
  /** Ends the server and removes its data. */
  stop(): Promise<void>
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port'))))
    })
  })
}

/** Starts Debian's Prometheus on loopback, its blocks made of these samples by promtool. */
export async function startRealPrometheus(series: readonly StoredSeries[]): Promise<RealPrometheus> {
  const folder = await mkdtemp(join(tmpdir(), 'modeldeck-prometheus-'))
  const samples = join(folder, 'samples.txt')
  await writeFile(samples, openMetrics(series))
  await promisify(execFile)('promtool', ['tsdb', 'create-blocks-from', 'openmetrics', samples, join(folder, 'data')], { maxBuffer: 64 << 20 })
  return launch(folder, 'global:\n  scrape_interval: 1d\n')
}

/** Starts Debian's Prometheus on loopback, to scrape each of these addresses once a second as a job of its own. */
export async function startScraping(jobs: readonly ScrapeJob[]): Promise<RealPrometheus> {
  return launch(await mkdtemp(join(tmpdir(), 'modeldeck-prometheus-')), scrapeConfig(jobs))
}

export interface ScrapeJob {
  name: string
  /** host:port */
  target: string
  path: string
}

/** JSON is YAML. VictoriaMetrics reads the same. */
export function scrapeConfig(jobs: readonly ScrapeJob[]): string {
  const scrape_configs = jobs.map(({ name, target, path }) => ({ job_name: name, metrics_path: path, static_configs: [{ targets: [target] }] }))
  return JSON.stringify({ global: { scrape_interval: '1s' }, scrape_configs })
}

async function launch(folder: string, configuration: string): Promise<RealPrometheus> {
  const config = join(folder, 'prometheus.yml')
  await writeFile(config, configuration)
  const port = await freePort()
  const server = spawn(
    'prometheus',
    [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, '--storage.tsdb.retention.time=100y', `--web.listen-address=127.0.0.1:${port}`],
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
    const ready = await fetch(`${url}/-/ready`).then((response) => response.ok, () => false)
    if (ready) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error('prometheus did not become ready')
}

function openMetrics(series: readonly StoredSeries[]): string {
  const lines: string[] = []
  for (const { labels, samples } of series) {
    const { __name__: name = '', ...rest } = labels
    const inner = Object.entries(rest).map(([key, value]) => `${key}="${value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n')}"`)
    for (const [at, value] of samples) {
      const text = value === Infinity ? '+Inf' : value === -Infinity ? '-Inf' : String(value)
      lines.push(`${name}{${inner.join(',')}} ${text} ${at / 1000}`)
    }
  }
  return `${lines.join('\n')}\n# EOF\n`
}
