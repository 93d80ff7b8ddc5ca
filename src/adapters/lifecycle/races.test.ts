import { describe, expect, it } from 'vitest'
import { changesOf, intentsOf } from '@/adapters/annotations'
import type { Change } from '@/domain/change'
import type { CommandOutcome, LifecycleCommand } from '@/ports/registry'
import type { FakeModel } from './fakeRegistry'
import { fakePrimitives } from './fakeRegistry'
import { command, modelInUse, withStages } from './fakeScenes'
import { seeded, stepper, virtualTime } from './fakeTime'
import { createLifecycle } from './lifecycle'

const ana = { name: 'ana', kind: 'self-declared' } as const
const ben = { name: 'ben', kind: 'self-declared' } as const
const anaPromotes3 = command('promote', '3', { actor: ana })
const benPromotes4 = command('promote', '4', { actor: ben })
const benRollsBackTo1 = command('rollback', '1', { actor: ben })

function records(model: FakeModel): Change[] {
  return Object.values(model.versions).flatMap((version) => changesOf(version.tags).changes)
}

/** What is wrong after two decisions about the champion; empty: each was told the truth. */
function lies(model: FakeModel, pairs: readonly { command: LifecycleCommand; outcome: CommandOutcome }[]): string[] {
  const found: string[] = []
  const done = pairs.filter(({ outcome }) => outcome.status === 'done')
  const champion = model.aliases['champion']
  if (done.length > 1) found.push('both were told done')
  if (champion !== (done[0]?.command.version ?? '2')) found.push(`champion is ${champion}`)
  if (intentsOf(model.tags).intents.length > 0) found.push('an intent is left')
  if (model.tags['modeldeck.pending'] === 'yes') found.push('still marked')
  const recorded = records(model).filter((r) => r.status === 'done')
  if (recorded.map((r) => r.to).join() !== done.map((d) => d.command.version).join()) found.push('records differ')
  for (const { command: other, outcome } of pairs) {
    if (outcome.status === 'overtaken' && outcome.found !== champion) found.push(`${other.actor.name}: told ${outcome.found}`)
    if (outcome.status === 'busy' && outcome.intent.actor === other.actor.name) found.push('told to be in its own way')
  }
  return found
}

async function interleave(a: LifecycleCommand, b: LifecycleCommand, skewMs: number, schedule: (n: number) => 0 | 1, stages: boolean) {
  const model = stages ? withStages(modelInUse()) : modelInUse()
  const steps = stepper()
  const run = (who: 0 | 1, what: LifecycleCommand) =>
    createLifecycle(
      fakePrimitives(model, {
        wire: steps.wire(who),
        sleep: steps.sleep(who),
        now: () => steps.now() + (who === 1 ? skewMs : 0),
        stages: stages ? 'used' : 'none',
      }),
    ).execute(what)
  const ended = Promise.all([run(0, a), run(1, b)])
  for (let n = 0; ; n += 1) {
    const who = schedule(n)
    if ((await steps.step(who)) || (await steps.step(who === 0 ? 1 : 0))) continue
    break
  }
  const [first, second] = await ended
  return { model, pairs: [{ command: a, outcome: first }, { command: b, outcome: second }] }
}

let schedules = 0
let untrue = 0

describe('two clients, interleaved at every pair of steps', () => {
  const after: Readonly<Record<string, (n: number) => 0 | 1>> = {
    'then the first to its end': () => 0,
    'then the second to its end': () => 1,
    'then in turns': (n) => (n % 2 === 0 ? 0 : 1),
  }
  for (const [how, rest] of Object.entries(after))
    for (const skewMs of [-1000, 1000])
      it.each([
        { title: 'two promotions', b: benPromotes4, stages: false },
        { title: 'a promotion and a rollback, with stages', b: benRollsBackTo1, stages: true },
      ])(`$title, ${how}, the second clock ${skewMs} ms off`, async ({ b, stages }) => {
        const length = 14
        for (let i = 0; i <= length; i += 1)
          for (let j = 0; j <= length; j += 1) {
            const schedule = (n: number) => (n < i ? 0 : n < i + j ? 1 : rest(n))
            const { model, pairs } = await interleave(anaPromotes3, b, skewMs, schedule, stages)
            const wrong = lies(model, pairs)
            schedules += 1
            untrue += wrong.length
            expect(wrong, `first ${i} steps, second ${j}`).toEqual([])
          }
      })

  it('and in any order at all', async () => {
    let won = 0
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed)
      const schedule = () => (random() < 0.5 ? 0 : 1)
      const { model, pairs } = await interleave(anaPromotes3, benPromotes4, random() < 0.5 ? -1000 : 1000, schedule, false)
      const wrong = lies(model, pairs)
      schedules += 1
      untrue += wrong.length
      expect(wrong, `seed ${seed}`).toEqual([])
      if (pairs.some(({ outcome }) => outcome.status === 'done')) won += 1
    }
    // Each may yield to the other only where one is held up for seconds between two requests.
    expect(won).toBe(400)
  })
})

describe('clients whose requests take up to a second each way', () => {
  it('of two or three at once exactly one holds, whatever their clocks say', async () => {
    for (let seed = 0; seed < 400; seed += 1) {
      const random = seeded(seed)
      const model = modelInUse()
      const time = virtualTime()
      const commands = [anaPromotes3, benPromotes4, command('rollback', '1', { actor: { name: 'cy', kind: 'self-declared' } })].slice(
        0,
        2 + (seed % 2),
      )
      const runs = commands.map(async (what) => {
        const skewMs = (random() - 0.5) * 60_000
        await time.sleep(random() * 2000)
        return createLifecycle(
          fakePrimitives(model, {
            wire: time.slowWire(random, 450),
            sleep: time.sleep,
            now: () => time.now() + skewMs,
          }),
        ).execute(what)
      })
      const all = Promise.all(runs)
      await time.runUntil(all)
      const outcomes = await all
      const pairs = commands.map((what, n) => ({ command: what, outcome: outcomes[n] ?? never() }))
      const wrong = lies(model, pairs)
      if (!pairs.some(({ outcome }) => outcome.status === 'done')) wrong.push('nobody won')
      schedules += 1
      untrue += wrong.length
      expect(wrong, `seed ${seed}`).toEqual([])
    }
  })

  it.each(['finish', 'revert'] as const)('a visitor who presses %s while its author is still at it', async (how) => {
    for (let seed = 0; seed < 300; seed += 1) {
      const random = seeded(seed)
      const model = modelInUse()
      const time = virtualTime()
      const client = (skewMs: number) =>
        createLifecycle(
          fakePrimitives(model, { wire: time.slowWire(random, 450), sleep: time.sleep, now: () => time.now() + skewMs }),
        )
      const author = client((random() - 0.5) * 60_000).execute(anaPromotes3)
      const visit = async () => {
        const visitor = client((random() - 0.5) * 60_000)
        await time.sleep(random() * 4000)
        for (let look = 0; look < 40; look += 1) {
          const open = intentsOf(model.tags).intents[0]
          if (open) return visitor.resolveIntent('fraud', open.change.id, how, ben)
          await time.sleep(100)
        }
        return null
      }
      const all = Promise.all([author, visit()])
      await time.runUntil(all)
      const [told, toldVisitor] = await all
      const record = records(model)[0]
      const champion = model.aliases['champion']
      schedules += 1
      const wrong: string[] = []
      if (record?.status !== (champion === '3' ? 'done' : 'reverted')) wrong.push(`champion ${champion}, record ${record?.status}`)
      if (told.status === 'done' && champion !== '3') wrong.push('its author was told done')
      if (toldVisitor?.status === 'done' && toldVisitor.change.status !== record?.status) wrong.push('the visitor was told otherwise')
      if (intentsOf(model.tags).intents.length > 0) wrong.push('an intent is left')
      untrue += wrong.length
      expect(wrong, `seed ${seed}: ${JSON.stringify([told, toldVisitor])}`).toEqual([])
    }
  })
})

it('of all schedules none had two outcomes or misinformed anybody', () => {
  process.stdout.write(`Races: ${schedules} schedules tried, ${untrue} lost.\n`)
  expect(schedules).toBeGreaterThan(4000)
  expect(untrue).toBe(0)
})

function never(): never {
  throw new Error('An outcome is missing.')
}
