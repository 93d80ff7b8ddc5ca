// npm run test:live: the contract suites and the app in a browser, against real servers on loopback.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { start } from '../server/start.mjs'
import { startAlertmanager, startLoad, startMlflow, startPrometheus, startRedis, startRedisExporter, startServing, startVictoriaMetrics, stopAll, train } from '../e2e/live/servers.mjs'
import { build } from './build.mjs'
import { conclude, reports, root, runStep } from './steps.mjs'
import { pythonWith } from './venv.mjs'

const work = mkdtempSync(join(tmpdir(), 'modeldeck-live-'))
/** @type {import('./steps.mjs').Outcome[]} */
const outcomes = []

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => void stopAll().then(() => process.exit(130)))

try {
  await live()
} catch (error) {
  console.error(error)
  outcomes.push({ name: 'setup', ok: false, ms: 0, totals: { passed: 0, failed: 1, skipped: 0 } })
} finally {
  await stopAll()
  rmSync(work, { recursive: true, force: true })
}
// Not by process.exitCode: a connection that a server keeps open would hold the process.
process.exit(conclude('live', outcomes))

async function live() {
  const python = process.env['MODELDECK_VENV'] ? join(process.env['MODELDECK_VENV'], 'bin', 'python') : pythonWith('venv-mlflow-3', join(root, 'e2e/live/requirements-3.txt'))
  const python2 = process.env['MODELDECK_VENV_2'] ? join(process.env['MODELDECK_VENV_2'], 'bin', 'python') : pythonWith('venv-mlflow-2', join(root, 'e2e/live/requirements-2.txt'))
  console.log('\n── real servers ──')
  await build()
  const [mlflow, mlflow2] = await Promise.all([startMlflow(python, folder('mlflow')), startMlflow(python2, folder('mlflow-2'))])
  console.log(`MLflow ${await text(`${mlflow.url}/version`)} and ${await text(`${mlflow2.url}/version`)}; training …`)
  const facts = join(work, 'facts.json')
  const facts2 = join(work, 'facts-2.json')
  await Promise.all([train(python, mlflow.url, facts), train(python2, mlflow2.url, facts2, ['--small'])])

  const served = await startServing(python, folder('serving'), mlflow.url, ['models:/breast-cancer@champion', 'models:/breast-cancer@challenger'])
  const calls = join(work, 'calls.jsonl')
  startLoad(python, served.url, 'breast-cancer', { rate: 25, errors: 0.06, refused: 0.04, batches: 0.1, seconds: 1800, log: calls })
  const redis = await startRedis(folder('redis'))
  const cache = await startRedisExporter(folder('redis-exporter'), redis.url)
  const targets = [`127.0.0.1:${served.port}`, `127.0.0.1:${cache.port}`]
  const alertmanager = await startAlertmanager(folder('alertmanager'))
  const alerting = { rules: readFileSync(join(root, 'e2e/live/rules.yml'), 'utf8'), alertmanager: `127.0.0.1:${alertmanager.port}` }
  const [prometheus, victoria] = await Promise.all([
    startPrometheus(folder('prometheus'), targets, undefined, alerting),
    startVictoriaMetrics(folder('victoria-metrics'), targets),
  ])
  const trafficSince = Date.now()

  const sources = { MODELDECK_MLFLOW_URL: mlflow.url, MODELDECK_PROMETHEUS_URL: prometheus.url, MODELDECK_ALERTMANAGER_URL: alertmanager.url }
  const app = await start({ PORT: '0', ...sources }, join(root, 'dist'))
  const app2 = await start({ PORT: '0', MODELDECK_MLFLOW_URL: mlflow2.url, MODELDECK_PROMETHEUS_URL: victoria.url }, join(root, 'dist'))
  const registries = {
    MODELDECK_VENV: join(python, '..', '..'),
    MODELDECK_LIVE_MLFLOW: mlflow.url,
    MODELDECK_LIVE_MLFLOW_2: mlflow2.url,
  }
  outcomes.push(
    await runStep({
      name: 'contracts',
      command: 'vitest',
      args: ['run', '--config=e2e/live/vitest.config.ts', '--reporter=default', '--reporter=json', `--outputFile.json=${reports}/live-unit.json`],
      report: `${reports}/live-unit.json`,
      // The suites of the monitoring port start servers of their own, over samples of their own.
      env: { ...registries, MODELDECK_LIVE_PROMETHEUS: '', MODELDECK_LIVE_VICTORIAMETRICS: '' },
    }),
  )
  const env = {
    ...registries,
    MODELDECK_LIVE_PROMETHEUS: prometheus.url,
    // Prometheus reads this file of rules when it is there.
    MODELDECK_LIVE_RULES: join(work, 'prometheus', 'added-rules.yml'),
    MODELDECK_LIVE_VICTORIAMETRICS: victoria.url,
    MODELDECK_LIVE_ALERTMANAGER: alertmanager.url,
    MODELDECK_LIVE_SERVING: served.url,
    MODELDECK_LIVE_CALLS: calls,
    MODELDECK_LIVE_REDIS: redis.url,
    MODELDECK_LIVE_CACHE: `127.0.0.1:${cache.port}`,
    MODELDECK_LIVE_FACTS: facts,
    MODELDECK_LIVE_FACTS_2: facts2,
    // Under a name that is not localhost: that is where MLflow's check of Origin bites.
    MODELDECK_LIVE_APP: app.url.replace('localhost', 'modeldeck.test'),
    MODELDECK_LIVE_APP_2: app2.url,
    MODELDECK_E2E_REPORT: `${reports}/live-e2e.json`,
  }
  // A rate over 4 scrapes and a first point of every chart.
  await wait(Math.max(0, trafficSince + 20_000 - Date.now()))
  outcomes.push(await runStep({ name: 'in a browser', command: 'playwright', args: ['test', '--project=live'], report: `${reports}/live-e2e.json`, env }))
  await Promise.all([app.close(), app2.close()])
}

/** @param {string} name */
function folder(name) {
  const path = join(work, name)
  mkdirSync(path)
  return path
}

/** @param {string} url */
async function text(url) {
  return (await fetch(url)).text()
}
