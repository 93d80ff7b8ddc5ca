import { describe, expect, it } from 'vitest'
import { intentsOf } from '@/adapters/annotations'
import type { Identity } from '@/domain/identity'
import type { CommandOutcome } from '@/ports/registry'
import type { FakeModel, Wire } from './fakeRegistry'
import { fakeError, fakePrimitives } from './fakeRegistry'
import type { Scene } from './fakeScenes'
import { scenes, startAt } from './fakeScenes'
import type { Ending, Ends } from './faultJudge'
import { endsOf, liesOf, unresolved } from './faultJudge'
import { createLifecycle } from './lifecycle'

type Run = (lifecycle: ReturnType<typeof createLifecycle>) => Promise<CommandOutcome>

const never = () => new Promise<never>(() => undefined)

/** What can go wrong with one request. */
const faults = {
  'no connection before it is sent': { acts: false, answer: () => Promise.reject(fakeError('unreachable', 'No answer')) },
  'no connection after the server acted': { acts: true, answer: () => Promise.reject(fakeError('unreachable', 'No answer')) },
  'time out': { acts: true, answer: () => Promise.reject(fakeError('timeout', 'Timed out')) },
  'signed out (401)': { acts: false, answer: () => Promise.reject(fakeError('unauthenticated', 'Sign in')) },
  'no permission (403)': { acts: false, answer: () => Promise.reject(fakeError('denied', 'Permission denied')) },
  'bad request (400)': { acts: false, answer: () => Promise.reject(fakeError('rejected', 'UNIQUE constraint failed')) },
  'conflict (409)': { acts: false, answer: () => Promise.reject(fakeError('conflict', 'Conflict')) },
  'too many requests (429)': { acts: false, answer: () => Promise.reject(fakeError('rate-limited', 'Too many')) },
  'server error (500)': { acts: false, answer: () => Promise.reject(fakeError('server', 'Broken')) },
  'server error (500) after it acted': { acts: true, answer: () => Promise.reject(fakeError('server', 'Broken')) },
  'malformed answer': { acts: true, answer: () => Promise.reject(fakeError('invalid-response', 'Not JSON')) },
  'tab closed before it is sent': { acts: false, answer: never },
  'tab closed after the server acted': { acts: true, answer: never },
} as const
type Fault = keyof typeof faults

const allFaults = Object.keys(faults).filter((key): key is Fault => key in faults)
// For the code the others are equal to one of these; the longer sweeps leave them out.
const distinctFaults = allFaults.filter((fault) => !/400|401|429|time out|500\) after/.test(fault))

/** `once`: only that request · `on`: that one, and no later one arrives. */
type Spread = 'once' | 'on'

function faultyWire(at: number, fault: Fault, spread: Spread, closed: () => void): { wire: Wire; count: () => number } {
  let count = 0
  const wire: Wire = async (_, act) => {
    count += 1
    await Promise.resolve()
    if (count < at || (count > at && spread === 'once')) return act()
    const { acts, answer } = faults[fault]
    if (acts && count === at) act()
    if (answer === never) closed()
    return answer()
  }
  return { wire, count: () => count }
}

/** A tab that may be closed: what it waits for then never comes. */
function openTab() {
  const listeners: (() => void)[] = []
  const closed = new Promise<Ending>((resolve) => {
    listeners.push(() => resolve({ status: 'closed' }))
  })
  return { closed, close: () => listeners.forEach((listener) => listener()) }
}

async function attempt(model: FakeModel, scene: Scene, run: Run, at: number, fault: Fault, spread: Spread, now = startAt) {
  const tab = openTab()
  const { wire, count } = faultyWire(at, fault, spread, tab.close)
  const ended = run(client(model, scene, wire, now)).catch(
    (error: unknown): Ending => ({ status: 'failed', message: error instanceof Error ? error.message : String(error) }),
  )
  const ending = await Promise.race([ended, tab.closed])
  return { ending, reached: count() >= at }
}

function client(model: FakeModel, scene: Scene, wire?: Wire, from = startAt) {
  let now = from
  return createLifecycle(
    fakePrimitives(model, {
      stages: scene.stages,
      now: () => now,
      sleep: async (ms) => void (now += ms),
      ...(wire && { wire }),
    }),
  )
}

const visitor: Identity = { name: 'next visitor', kind: 'self-declared' }
const resolver =
  (id: string, how: 'finish' | 'revert'): Run =>
  (lifecycle) =>
    lifecycle.resolveIntent('fraud', id, how, visitor)

/** A fresh client sees the open decision and ends it, either way. */
async function lossesOf(model: FakeModel, scene: Scene, ends: Ends): Promise<string[]> {
  const seen = await client(model, scene).listChanges('fraud')
  const open = seen.filter((change) => change.status === 'intended')
  if (open.length !== intentsOf(model.tags).intents.length) return ['an open decision is not shown']
  const losses: string[] = []
  for (const { id } of open)
    for (const how of ['finish', 'revert'] as const) {
      const copy = structuredClone(model)
      try {
        const outcome = await resolver(id, how)(client(copy, scene, undefined, startAt + 60_000))
        losses.push(...unresolved(copy, scene, how, outcome, ends))
      } catch (error) {
        losses.push(`${how}: ${String(error)}`)
      }
    }
  return losses
}

/** Every request of a run, failed in turn in each way. */
async function sweep(
  scene: Scene,
  run: Run,
  { start, ends, now = startAt, ways = allFaults }: { start: () => FakeModel; ends: Ends; now?: number; ways?: readonly Fault[] },
) {
  const cases: string[] = []
  const lost: string[] = []
  for (const fault of ways)
    for (const spread of ['once', 'on'] as const)
      for (let at = 1; ; at += 1) {
        const model = start()
        const { ending, reached } = await attempt(model, scene, run, at, fault, spread, now)
        if (!reached) break
        const name = `${scene.title}, request ${at}, ${fault}, ${spread}`
        cases.push(name)
        const wrong = [...liesOf(model, scene, ending, ends), ...(await lossesOf(model, scene, ends))]
        lost.push(...wrong.map((what) => `${name}: ${what} (${JSON.stringify(ending)})`))
      }
  return { cases: cases.length, lost }
}

// Thousands of runs each: a busy machine needs more than the usual five seconds.
const sweepLimitMs = 120_000

let tried = 0
let lostInAll = 0

describe('every request of every command, failed in each way', () => {
  it.each(scenes)('$title', async (scene) => {
    const ends = await endsOf(scene)
    expect(ends.after).not.toEqual(ends.before)
    const result = await sweep(scene, (l) => l.execute(scene.command), { start: scene.model, ends })
    tried += result.cases
    lostInAll += result.lost.length
    expect(result.lost).toEqual([])
    expect(result.cases).toBeGreaterThan(12 * 2 * 8)
  }, sweepLimitMs)
})

describe('every request of finishing and reverting, failed in each way', () => {
  for (const scene of scenes)
    for (const how of ['finish', 'revert'] as const)
      it(`${how}: ${scene.title}`, async () => {
        const ends = await endsOf(scene)
        const started = await interrupted(scene)
        expect(started.length).toBeGreaterThan(3)
        for (const { model, id } of started) {
          const start = () => structuredClone(model)
          const result = await sweep(scene, resolver(id, how), { start, ends, now: startAt + 60_000, ways: distinctFaults })
          tried += result.cases
          lostInAll += result.lost.length
          expect(result.lost).toEqual([])
        }
      }, sweepLimitMs)
})

it('of all cases tried none is lost', () => {
  process.stdout.write(`Faults: ${tried} cases tried, ${lostInAll} lost.\n`)
  expect(tried).toBeGreaterThan(35_000)
  expect(lostInAll).toBe(0)
})

/** The registry after a tab was closed at each point that leaves the decision open. */
async function interrupted(scene: Scene): Promise<{ model: FakeModel; id: string }[]> {
  const found: { model: FakeModel; id: string }[] = []
  for (let at = 1; ; at += 1) {
    const model = scene.model()
    const run: Run = (l) => l.execute(scene.command)
    const { reached } = await attempt(model, scene, run, at, 'tab closed after the server acted', 'on')
    if (!reached) return found
    const id = intentsOf(model.tags).intents[0]?.change.id
    const known = found.some((other) => JSON.stringify(sansIds(other.model)) === JSON.stringify(sansIds(model)))
    if (id && !known) found.push({ model, id })
  }
}

function sansIds(model: FakeModel): unknown {
  return JSON.parse(JSON.stringify(model).replaceAll(/01[0-9A-Z]{24}/g, 'id'))
}
