// npm run record: renews what serving runtimes expose (src/adapters/prometheus/presets/recorded/), each from the real one.
// KServe and Ray Serve listen on every interface and are therefore not started here.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { pythonWith } from './venv.mjs'

/**
 * @typedef {object} Call
 * @property {string} path
 * @property {number} [times]
 * @property {unknown} [json] posted; without it, a GET
 * @property {number} status that must come
 */

/**
 * @typedef {object} Runtime
 * @property {string} title with the packages whose versions the head of the recording names
 * @property {readonly string[]} packages
 * @property {(python: string, port: number) => [command: string, ...args: string[]]} start on loopback
 * @property {string} [ready] path that answers once it serves; without it, the port is enough
 * @property {readonly Call[]} calls
 * @property {(port: number) => string} metrics address
 * @property {string} asked a sentence for the head
 */

const here = fileURLToPath(new URL('recorders/', import.meta.url))
const folder = fileURLToPath(new URL('../src/adapters/prometheus/presets/recorded/', import.meta.url))

/** @param {string} path @param {unknown} good @param {unknown} bad @returns {Call[]} */
const twenty = (path, good, bad) => [
  { path, json: good, times: 17, status: 200 },
  { path, json: bad, times: 3, status: 500 },
]

/** @param {number} value */
const tensor = (value) => ({ inputs: [{ name: 'x', shape: [1, 2], datatype: 'FP64', data: [value, 1] }] })

/** @type {Readonly<Record<string, Runtime>>} */
const runtimes = {
  fastapi: {
    title: 'FastAPI with prometheus-fastapi-instrumentator',
    packages: ['fastapi', 'prometheus-fastapi-instrumentator'],
    start: (python, port) => [python, join(here, 'fastapi_app.py'), String(port)],
    calls: [
      { path: '/metrics', status: 200 },
      ...twenty('/predict', {}, { fail: true }),
      { path: '/models/iris', status: 200 },
      { path: '/nope', status: 404 },
    ],
    metrics: (port) => `http://127.0.0.1:${port}/metrics`,
    asked: 'One request each to /models/{name}, to no route, and to /metrics.',
  },
  flask: {
    title: 'Flask with prometheus-flask-exporter',
    packages: ['flask', 'prometheus-flask-exporter'],
    start: (python, port) => [python, join(here, 'flask_app.py'), String(port)],
    calls: [...twenty('/predict', {}, { fail: true }), { path: '/nope', status: 404 }],
    metrics: (port) => `http://127.0.0.1:${port}/metrics`,
    asked: 'One request to a path that is none.',
  },
  mlserver: {
    title: 'MLServer (a model of our own), on its metrics_port',
    packages: ['mlserver'],
    start: (python, port) => [python, join(here, 'mlserver_app.py'), String(port)],
    ready: '/v2/models/iris/ready',
    calls: [
      ...twenty('/v2/models/iris/versions/v1/infer', tensor(1), tensor(-1)),
      ...twenty('/v2/models/iris/infer', tensor(1), tensor(-1)),
    ],
    metrics: (port) => `http://127.0.0.1:${port + 2}/metrics`,
    asked: 'So many requests with the version in the address, and as many without.',
  },
  bentoml: {
    title: 'BentoML',
    packages: ['bentoml'],
    start: (python, port) => [python, '-m', 'bentoml', 'serve', 'bentoml_service:IrisService', '--working-dir', here, '--host', '127.0.0.1', '--port', String(port)],
    ready: '/readyz',
    calls: twenty('/classify', { sepal_length: 1 }, { sepal_length: -1 }),
    metrics: (port) => `http://127.0.0.1:${port}/metrics`,
    asked: 'One health check.',
  },
}

const chosen = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(runtimes)
for (const name of chosen) {
  const runtime = runtimes[name]
  if (!runtime) throw new Error(`"${name}" cannot be recorded here; known: ${Object.keys(runtimes).join(', ')}`)
  writeFileSync(join(folder, `${name}.txt`), await record(name, runtime))
  console.log(`${name}: recorded. Its figures stand in src/testing/runtimes.ts: count them anew.`)
}

/** @param {string} name @param {Runtime} runtime @returns {Promise<string>} */
async function record(name, runtime) {
  const python = pythonWith(`venv-record-${name}`, join(here, `requirements-${name}.txt`))
  const port = await freePorts()
  const [command, ...args] = runtime.start(python, port)
  const work = mkdtempSync(join(tmpdir(), 'modeldeck-record-'))
  const env = { ...process.env, PYTHONDONTWRITEBYTECODE: '1', DO_NOT_TRACK: '1', BENTOML_DO_NOT_TRACK: 'True', BENTOML_HOME: work }
  // A group of its own, so that its workers end with it.
  const child = spawn(command, args, { cwd: work, stdio: 'ignore', detached: true, env })
  const ended = new Promise((resolve) => child.once('exit', resolve).once('error', resolve))
  try {
    const base = `http://127.0.0.1:${port}`
    await isReady(base + (runtime.ready ?? '/'), child)
    for (const call of runtime.calls) await ask(base, call)
    const answer = await fetch(runtime.metrics(port))
    return `${head(python, runtime)}\n${withoutProcess(await answer.text())}`
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM')
    await ended
    rmSync(work, { recursive: true, force: true })
  }
}

/** What the interpreter and the process say is of the machine, not of the runtime. @param {string} exposition */
function withoutProcess(exposition) {
  return exposition.replaceAll(/^(?:# (?:HELP|TYPE) )?(?:python|process)_.*\n/gm, '')
}

/** @param {string} python @param {Runtime} runtime */
function head(python, { title, packages, asked }) {
  const script = 'import sys, importlib.metadata as m; print(", ".join(f"{p} {m.version(p)}" for p in sys.argv[1:]))'
  const versions = execFileSync(python, ['-c', script, ...packages], { encoding: 'utf8' }).trim()
  return `# Recorded from ${title} (${versions}) by \`npm run record\`.\n# Requests: 17 good ones, and 3 on which the model threw. ${asked}`
}

/** @param {string} base @param {Call} call */
async function ask(base, { path, json, times = 1, status }) {
  for (let i = 0; i < times; i++) {
    const body = json === undefined ? {} : { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(json) }
    const answer = await fetch(base + path, body)
    const text = await answer.text()
    if (answer.status !== status) throw new Error(`${path} answered ${answer.status}, not ${status}: ${text.slice(0, 300)}`)
  }
}

/** @param {string} address @param {import('node:child_process').ChildProcess} child */
async function isReady(address, child) {
  const { hostname, port } = new URL(address)
  for (let attempt = 0; attempt < 600 && child.exitCode === null; attempt++) {
    // A request to the root would be counted.
    const ready = address.endsWith(`:${port}/`) ? await listens(hostname, Number(port)) : await fetch(address).then(({ ok }) => ok, () => false)
    if (ready) return
    await wait(100)
  }
  throw new Error(`${address} did not become ready`)
}

/** @param {string} host @param {number} port @returns {Promise<boolean>} */
function listens(host, port) {
  return new Promise((resolve) => {
    const socket = connect(port, host, () => resolve(true)).once('error', () => resolve(false))
    socket.once('connect', () => socket.end())
  })
}

/** The first of three neighbouring ports that were free a moment ago. @returns {Promise<number>} */
async function freePorts() {
  for (;;) {
    const port = await freePort(0)
    const others = await Promise.all([port + 1, port + 2].map((next) => freePort(next).catch(() => null)))
    if (others.every((other) => other !== null)) return port
  }
}

/** @param {number} wanted @returns {Promise<number>} */
function freePort(wanted) {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(wanted, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
