import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { mapLimited } from '@/adapters/mlflow/concurrency'
import { createMlflow } from '@/adapters/mlflow/index'
import { openTab } from './browserTab'
import type { Subject } from './faultSubjects'
import { counts, subjects } from './faultSubjects'
import type { Fault, Plan } from './faultProxy'
import { faults, startFaultProxy } from './faultProxy'
import { Registry, setting } from './registry'
import { startMlflow, stopAll } from './servers.mjs'

/*
 * Every request of every command, failed in turn in each way by a proxy in front of a real MLflow: after each,
 * whoever looks next sees what is true, and can finish or revert what is open. The judgement is the one of the
 * tests beside the adapters, which try many more cases on a registry in memory.
 */

const folder = mkdtempSync(join(tmpdir(), 'modeldeck-faults-'))
/** One worker each, and a database each. */
const servers = 2
/** Many cases wait, as the protocol does; the servers are what is busy. */
const atOnce = 16

interface Backend {
  registry: Registry
  url: string
  proxy: Awaited<ReturnType<typeof startFaultProxy>>
}
const backends: Backend[] = []

interface Case {
  subject: Subject
  plan: Omit<Plan, 'close'>
  /** Of the two ways to end what is left open. */
  how: 'finish' | 'revert'
}

let models = 0
const tried = new Map<string, number>()
const lost = new Map<string, string[]>()

beforeAll(async () => {
  const python = join(setting('MODELDECK_VENV'), 'bin', 'python')
  for (let index = 0; index < servers; index++) {
    const { url } = await startMlflow(python, mkdtempSync(join(folder, 'mlflow-')))
    backends.push({ registry: new Registry(url), url, proxy: await startFaultProxy(url) })
  }
  const cases = (await mapLimited(subjects, servers, casesOf)).flat()
  await mapLimited(cases, atOnce, async (one) => {
    const wrong = await tryOne(one).catch((error: unknown) => [`the test itself: ${String(error)}`])
    const { title } = one.subject
    tried.set(title, (tried.get(title) ?? 0) + 1)
    const { at, fault, spread } = one.plan
    lost.set(title, [...(lost.get(title) ?? []), ...wrong.map((what) => `request ${at}, ${fault}, ${spread}: ${what}`)])
  })
}, 900_000)

afterAll(async () => {
  for (const { proxy } of backends) await proxy.stop()
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

function clientOf(baseUrl: string, send?: typeof fetch) {
  const aliasNames = { production: 'champion', candidate: 'challenger' }
  return createMlflow({ id: 'live', baseUrl, aliasNames, readOnly: false, clock: { now: () => Date.now() }, http: { ...(send && { fetch: send }) } })
}

/** A new model for a subject, on one of the servers. */
async function place({ held }: Subject): Promise<Backend & { name: string }> {
  models += 1
  const backend = backends[models % backends.length]
  if (backend === undefined) throw new Error('no server')
  const name = `faults-${models}`
  await backend.registry.create(name, held())
  return { ...backend, name }
}

/** Every request that the command makes, in each way in which it can fail. */
async function casesOf(subject: Subject): Promise<Case[]> {
  const { name, proxy } = await place(subject)
  const line = proxy.open(name, { at: Infinity, fault: 'conflict (409)', spread: 'once', close: () => undefined })
  await subject.run(clientOf(line.url), name)
  const ways = line.requests.flatMap((request, index) =>
    faults
      // Whether a read was answered before it got lost makes no difference to anybody.
      .filter((fault) => !(request.startsWith('GET') && fault.includes('after the server acted')))
      .flatMap((fault) => spreadsOf(fault).map((spread) => ({ at: index + 1, fault, spread }))),
  )
  return ways.map((plan, index) => ({ subject, plan, how: index % 2 === 0 ? 'finish' : 'revert' }))
}

/** A tab is closed for good; a network that fails comes back at once or stays away. */
function spreadsOf(fault: Fault): readonly Plan['spread'][] {
  if (fault.startsWith('tab')) return ['on']
  return fault === 'no connection before it is sent' ? ['once', 'on'] : ['once']
}

/** What is wrong after one case; empty: nothing. */
async function tryOne({ subject, plan, how }: Case): Promise<string[]> {
  const { registry, url, proxy, name } = await place(subject)
  const tab = openTab()
  const line = proxy.open(name, { ...plan, close: tab.close })
  const ended = subject.run(clientOf(line.url, tab.fetch), name).catch((error: unknown) => ({
    status: 'failed' as const,
    message: error instanceof Error ? error.message : String(error),
  }))
  const ending = await Promise.race([ended, tab.closed.then((status) => ({ status }))])
  if (line.requests.length < plan.at) return ['the request was not made']
  const wrong = await subject.judge(ending, { registry, name, next: clientOf(url), how })
  return wrong.map((what) => `${what} (${JSON.stringify(ending)})`)
}

describe('every request of every command, failed in each way on a real MLflow', () => {
  it.each(subjects)('$title', ({ title }) => {
    expect(lost.get(title)).toEqual([])
    expect(tried.get(title)).toBeGreaterThan(4 * 8)
  })

  it('of all cases tried none is lost', () => {
    const total = [...tried.values()].reduce((sum, count) => sum + count, 0)
    const losses = [...lost.values()].flat().length
    process.stdout.write(`Faults on a real MLflow: ${total} cases tried, ${losses} lost; ${counts.finish} finished and ${counts.revert} reverted afterwards.\n`)
    expect(losses).toBe(0)
    expect(counts.finish).toBeGreaterThan(0)
    expect(counts.revert).toBeGreaterThan(0)
  })
})
