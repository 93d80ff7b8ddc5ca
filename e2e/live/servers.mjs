import { spawn } from 'node:child_process'
import { appendFileSync, openSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/**
 * A process that was started here.
 * @typedef {object} Running
 * @property {string} url without a slash at its end
 * @property {number} port
 * @property {() => Promise<void>} stop ends it and what it started
 */

const here = fileURLToPath(new URL('.', import.meta.url))
const serving = fileURLToPath(new URL('../../examples/serving/', import.meta.url))

/** @returns {Promise<number>} a port that was free a moment ago */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}

/**
 * An MLflow server with one worker over SQLite.
 * @param {string} python of an environment with MLflow
 * @param {string} folder an empty one
 * @returns {Promise<Running>}
 */
export function startMlflow(python, folder) {
  return mlflow(python, folder, [], {})
}

/**
 * An MLflow server with accounts, whose users may read every model.
 * @param {string} python of an environment with mlflow[auth]
 * @param {string} folder an empty one
 * @returns {Promise<Running & { admin: string }>} admin: `user:password` of who may do everything
 */
export async function startMlflowWithAccounts(python, folder) {
  const config = join(folder, 'basic_auth.ini')
  const password = 'correct horse battery'
  // A password is checked once: hashing it takes longer than most calls.
  writeFileSync(
    config,
    `[mlflow]
default_permission = READ
database_uri = sqlite:///${join(folder, 'basic_auth.db')}
admin_username = admin
admin_password = ${password}
authorization_function = mlflow.server.auth:authenticate_request_basic_auth
auth_cache_ttl_seconds = 600
`,
  )
  const env = { MLFLOW_AUTH_CONFIG_PATH: config, MLFLOW_FLASK_SERVER_SECRET_KEY: 'only for tests' }
  return { ...(await mlflow(python, folder, ['--app-name=basic-auth'], env)), admin: `admin:${password}` }
}

/** @param {string} python @param {string} folder @param {readonly string[]} options @param {Readonly<Record<string, string>>} env */
async function mlflow(python, folder, options, env) {
  const port = await freePort()
  const store = [`--backend-store-uri=sqlite:///${join(folder, 'mlflow.db')}`, `--artifacts-destination=${join(folder, 'artifacts')}`]
  return start({
    command: python,
    args: ['-m', 'mlflow', 'server', '--host=127.0.0.1', `--port=${port}`, '--workers=1', ...store, ...options],
    folder,
    port,
    ready: '/health',
    env: { MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true', MLFLOW_SERVER_ENABLE_JOB_EXECUTION: 'false', ...env },
  })
}

/**
 * Trains and registers the models of train.py.
 * @param {string} python
 * @param {string} server address of MLflow
 * @param {string} facts file that gets what was logged
 * @param {readonly string[]} [options]
 */
export async function train(python, server, facts, options = []) {
  const args = [join(here, 'train.py'), server, '--facts', facts, ...options]
  const child = spawn(python, args, { stdio: ['ignore', 'ignore', 'pipe'], env: { ...process.env, GIT_PYTHON_REFRESH: 'quiet' } })
  let said = ''
  child.stderr.on('data', (chunk) => (said += chunk))
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`train.py failed:\n${said.slice(-4000)}`)
}

/**
 * A Prometheus that scrapes these targets each second.
 * @param {string} folder an empty one
 * @param {readonly string[]} targets host:port
 * @param {number} [port]
 * @param {{ rules: string, alertmanager?: string }} [alerting] the text of a rule file, evaluated each second, and the host:port that is told
 * @returns {Promise<Running>}
 */
export async function startPrometheus(folder, targets, port, alerting) {
  const at = port ?? (await freePort())
  const config = scrapeConfig(folder, targets)
  if (alerting !== undefined) addRules(folder, config, alerting)
  // What fires before the Alertmanager was found is sent again, by default only after a minute. Rules may be added while it runs.
  const resend = alerting === undefined ? [] : ['--rules.alert.resend-delay=2s', '--web.enable-lifecycle']
  return start({
    command: 'prometheus',
    args: [`--config.file=${config}`, `--storage.tsdb.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${at}`, ...resend],
    folder,
    port: at,
    ready: '/-/ready',
  })
}

/** @param {string} folder @param {string} config @param {{ rules: string, alertmanager?: string }} alerting */
function addRules(folder, config, { rules, alertmanager }) {
  writeFileSync(join(folder, 'rules.yml'), rules)
  const told = alertmanager === undefined ? '' : `alerting: { alertmanagers: [{ static_configs: [{ targets: [${JSON.stringify(alertmanager)}] }] }] }\n`
  appendFileSync(config, `rule_files: [rules.yml, 'added-*.yml']\n${told}`)
}

/**
 * An Alertmanager that tells nobody. Where a critical and a warning alert are of one model and version, the critical one speaks for both.
 * @param {string} folder an empty one
 * @returns {Promise<Running>}
 */
export async function startAlertmanager(folder) {
  const port = await freePort()
  const config = join(folder, 'alertmanager.yml')
  writeFileSync(
    config,
    `route: { receiver: nobody, group_by: [alertname], group_wait: 0s }
receivers: [{ name: nobody }]
inhibit_rules:
  - source_matchers: ['severity="critical"']
    target_matchers: ['severity="warning"']
    equal: [model, version]
`,
  )
  return start({
    command: 'prometheus-alertmanager',
    args: [`--config.file=${config}`, `--storage.path=${join(folder, 'data')}`, `--web.listen-address=127.0.0.1:${port}`, '--cluster.listen-address='],
    folder,
    port,
    ready: '/-/ready',
  })
}

/**
 * @param {string} folder an empty one
 * @param {readonly string[]} targets host:port
 * @returns {Promise<Running>}
 */
export async function startVictoriaMetrics(folder, targets) {
  const port = await freePort()
  const config = scrapeConfig(folder, targets)
  return start({
    command: 'victoria-metrics',
    args: [`-httpListenAddr=127.0.0.1:${port}`, `-storageDataPath=${join(folder, 'data')}`, `-promscrape.config=${config}`, '-promscrape.config.strictParse=false', '-search.latencyOffset=0s'],
    folder,
    port,
    ready: '/health',
  })
}

/** @param {string} folder @param {readonly string[]} targets */
function scrapeConfig(folder, targets) {
  const file = join(folder, 'prometheus.yml')
  writeFileSync(
    file,
    `global: { scrape_interval: 1s, evaluation_interval: 1s }\nscrape_configs: [{ job_name: models, static_configs: [{ targets: ${JSON.stringify(targets)} }] }]\n`,
  )
  return file
}

/**
 * A Redis that keeps nothing.
 * @param {string} folder an empty one
 * @returns {Promise<Running>} whose `url` is `redis://host:port`
 */
export async function startRedis(folder) {
  const port = await freePort()
  const running = await start({ command: 'redis-server', args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder], folder, port, ready: isListening })
  return { ...running, url: `redis://127.0.0.1:${port}` }
}

/**
 * The exporter of a Redis.
 * @param {string} folder an empty one
 * @param {string} redis its address
 * @returns {Promise<Running>}
 */
export async function startRedisExporter(folder, redis) {
  const port = await freePort()
  return start({ command: 'prometheus-redis-exporter', args: [`-redis.addr=${redis}`, `-web.listen-address=127.0.0.1:${port}`], folder, port, ready: '/metrics' })
}

/** @param {number} port @returns {Promise<boolean>} */
function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.end()
      resolve(true)
    }).once('error', () => resolve(false))
  })
}

/**
 * The serving example.
 * @param {string} python
 * @param {string} folder for its log
 * @param {string} mlflow address
 * @param {readonly string[]} models such as `models:/wine@champion`
 * @returns {Promise<Running>}
 */
export async function startServing(python, folder, mlflow, models) {
  const port = await freePort()
  const env = { MLFLOW_TRACKING_URI: mlflow, PYTHONDONTWRITEBYTECODE: '1', GIT_PYTHON_REFRESH: 'quiet' }
  return start({ command: python, args: [join(serving, 'serve.py'), `--port=${port}`, ...models], folder, port, ready: '/health', env, name: 'serving' })
}

/**
 * Calls the serving example until it is stopped, for `seconds` at most.
 * @param {string} python
 * @param {string} server
 * @param {string} model
 * @param {Readonly<Record<string, string | number>>} options of load.py, such as `rate` and `seconds`
 * @returns {() => Promise<void>} stop
 */
export function startLoad(python, server, model, options) {
  const args = [join(serving, 'load.py'), server, model, ...Object.entries(options).map(([name, value]) => `--${name}=${value}`)]
  const child = spawn(python, args, { stdio: 'ignore', detached: true })
  return stopper(child)
}

/**
 * @param {{ command: string, args: string[], folder: string, port: number, ready: string | ((port: number) => Promise<boolean>), env?: Record<string, string>, name?: string }} what
 * @returns {Promise<Running>}
 */
async function start({ command, args, folder, port, ready, env = {}, name = command }) {
  const log = join(folder, 'server.log')
  const output = openSync(log, 'w')
  // Its own process group, so that the workers of a server end with it.
  const child = spawn(command, args, { cwd: folder, stdio: ['ignore', output, output], env: { ...process.env, ...env }, detached: true })
  const stop = stopper(child)
  const url = `http://127.0.0.1:${port}`
  const deadline = Date.now() + 90_000
  while (Date.now() < deadline && child.exitCode === null && child.pid !== undefined) {
    const isReady = typeof ready === 'string' ? await fetch(url + ready).then((answer) => answer.ok, () => false) : await ready(port)
    if (isReady) return { url, port, stop }
    await wait(100)
  }
  await stop()
  const reason = child.pid === undefined ? 'it is not installed' : readFileSync(log, 'utf8').slice(-4000)
  throw new Error(`${name} did not become ready at ${url}: ${reason}`)
}

/** @type {Set<() => Promise<void>>} */
const running = new Set()

/** Ends everything that was started here and still runs, the newest first. */
export async function stopAll() {
  for (const stop of [...running].toReversed()) await stop()
}

/** @param {import('node:child_process').ChildProcess} child @returns {() => Promise<void>} */
function stopper(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  const stop = async () => {
    running.delete(stop)
    if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
    signalGroup(child.pid, 'SIGTERM')
    if (await Promise.race([ended.then(() => true), wait(8000, false)])) return
    signalGroup(child.pid, 'SIGKILL')
    await ended
  }
  running.add(stop)
  return stop
}

/** @param {number} pid @param {NodeJS.Signals} signal */
function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal)
  } catch {
    // It has ended by itself.
  }
}
