/*
 * Renews src/adapters/prometheus/recorded/: what a real Prometheus and a real VictoriaMetrics answer to every
 * request of the contract. Both must be installed (Debian: prometheus, victoria-metrics).
 *
 *   node scripts/record-prometheus.mjs
 */
import { spawn } from 'node:child_process'

const test = ['run', '--config', 'e2e/live/vitest.config.ts', 'e2e/live/monitoring.contract.test.ts']
const child = spawn('npx', ['vitest', ...test], { stdio: 'inherit', env: { ...process.env, MODELDECK_RECORD: '1' } })
child.once('exit', (code) => {
  process.exitCode = code ?? 1
})
