import { execFile, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { freePort, startMlflow } from './servers.mjs'

/*
 * MLflow's own Python client asks the demo world over HTTP and a real server that holds a copy of it the same
 * questions. MODELDECK_VENV names a virtual environment with MLflow 3; both servers are started here.
 */
const venv = process.env['MODELDECK_VENV']
if (!venv) throw new Error('Set MODELDECK_VENV to a virtual environment with MLflow 3.')

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Refusals that agree in their code while the words differ, and why; everything else is equal to the letter. */
const otherWords: Readonly<Record<string, string>> = {
  'versions of 🚚 "fragile" load <img src=x onerror=alert(1)> & \'co\' 50%?#': 'which part of an unreadable filter is quoted',
  'refused: filter versions by stage': 'Python prints a set, in any order',
  'refused: models in an unknown order': 'Python prints a set, in any order',
  'refused: filter version numbers by text': 'the quotes around the value',
  'refused: a broken page token': 'how Python prints bytes',
}

function hasOtherWords(question: string): boolean {
  return question in otherWords || (question.startsWith('versions where name IN') && question.includes('fragile'))
}

interface Answers {
  world: unknown
  real: unknown
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function withoutWords(answer: unknown): unknown {
  return isRecord(answer) && 'refused' in answer ? { refused: answer['refused'] } : answer
}

/** The world over HTTP, as `npm run world` serves it. */
async function startWorld(): Promise<{ url: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const child = spawn(process.execPath, ['scripts/world.mjs', `--port=${port}`, '--now=2026-03-10T12:00:00Z'], { cwd: root, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}/mlflow`
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
  }
  for (let attempt = 0; attempt < 300; attempt++) {
    if (await fetch(`${url}/health`).then((response) => response.ok, () => false)) return { url, stop }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  await stop()
  throw new Error('the world did not start')
}

async function ask(python: string): Promise<[string, Answers][]> {
  const folder = await mkdtemp(join(tmpdir(), 'modeldeck-parity-'))
  const started: { stop: () => Promise<void> }[] = []
  try {
    const world = await startWorld()
    started.push(world)
    const real = await startMlflow(python, folder)
    started.push(real)
    const out = join(folder, 'answers.json')
    const env = { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true', MLFLOW_HTTP_REQUEST_MAX_RETRIES: '0' }
    await promisify(execFile)(python, [join(root, 'e2e/live/client_parity.py'), world.url, real.url, out], { env, maxBuffer: 64 << 20 })
    const answers: unknown = JSON.parse(await readFile(out, 'utf8'))
    if (!isRecord(answers)) throw new Error('no answers')
    return Object.entries(answers).map(([question, both]): [string, Answers] => {
      if (!isRecord(both)) throw new Error(`no answers to ${question}`)
      return [question, { world: both['world'], real: both['real'] }]
    })
  } finally {
    for (const server of started) await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

const answers = await ask(join(venv, 'bin', 'python'))

describe('the demo world answers MLflow’s own client as a real server does', () => {
  it('was asked', () => {
    expect(answers.length).toBeGreaterThan(200)
  })

  it.each(answers)('%s', (question, { world, real }) => {
    const compared = hasOtherWords(question) ? withoutWords : (answer: unknown) => answer
    expect(compared(world)).toEqual(compared(real))
  })
})
