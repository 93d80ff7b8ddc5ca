import { describe, expect, it } from 'vitest'
import { requestsOf } from '@/adapters/annotations'
import type { FakeModel } from '@/adapters/lifecycle/fakeRegistry'
import { fakePrimitives } from '@/adapters/lifecycle/fakeRegistry'
import { command, modelInUse } from '@/adapters/lifecycle/fakeScenes'
import { seeded, stepper } from '@/adapters/lifecycle/fakeTime'
import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import type { RequestStatus } from '@/domain/request'
import { isOpenRequest } from '@/domain/request'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import { ana, answer, ben, cy, draft, modelWithRequest, threads } from './requestScenes'
import { createRequests } from './requests'

type Client = ReturnType<typeof createRequests> & ReturnType<typeof createLifecycle>
type Act = (client: Client) => Promise<{ status: string; request?: { status: RequestStatus } }>

/** Two people at once, and what may be true afterwards. */
const pairs: readonly { title: string; start: () => FakeModel; acts: readonly [Act, Act]; ends: readonly RequestStatus[] }[] = [
  {
    title: 'two approve',
    start: modelWithRequest,
    acts: [(c) => c.answerRequest(answer('approved', ben)), (c) => c.answerRequest(answer('approved', cy))],
    ends: ['approved'],
  },
  {
    title: 'one approves, the requester withdraws',
    start: modelWithRequest,
    acts: [(c) => c.answerRequest(answer('approved', ben)), (c) => c.answerRequest(answer('withdrawn', ana))],
    ends: ['withdrawn'],
  },
  {
    title: 'one approves, one rejects',
    start: modelWithRequest,
    acts: [(c) => c.answerRequest(answer('approved', ben)), (c) => c.answerRequest(answer('rejected', cy))],
    ends: ['rejected'],
  },
  {
    title: 'one promotes, the requester withdraws',
    start: () => modelWithRequest(ben),
    acts: [(c) => c.execute(command('promote', '3')), (c) => c.answerRequest(answer('withdrawn', ana))],
    ends: ['done', 'withdrawn'],
  },
  {
    title: 'one promotes, one approves',
    start: modelWithRequest,
    acts: [(c) => c.execute(command('promote', '3')), (c) => c.answerRequest(answer('approved', ben))],
    ends: ['done'],
  },
]

function clientOf(p: RegistryPrimitives): Client {
  return { ...createRequests(p), ...createLifecycle(p) }
}

async function interleave(model: FakeModel, acts: readonly [Act, Act], skewMs: number, schedule: (n: number) => 0 | 1) {
  const steps = stepper()
  const run = (who: 0 | 1) =>
    acts[who](
      clientOf(
        fakePrimitives(model, { wire: steps.wire(who), sleep: steps.sleep(who), now: () => steps.now() + (who === 1 ? skewMs : 0) }),
      ),
    )
  const ended = Promise.all([run(0), run(1)])
  for (let n = 0; ; n += 1) {
    const who = schedule(n)
    if ((await steps.step(who)) || (await steps.step(who === 0 ? 1 : 0))) continue
    break
  }
  return ended
}

function lies(model: FakeModel, outcomes: Awaited<ReturnType<typeof interleave>>, ends: readonly RequestStatus[], acts: number): string[] {
  const found: string[] = []
  const [thread] = threads(model)
  if (!thread || !ends.includes(thread.status)) found.push(`it is ${thread?.status}`)
  const own = requestsOf(model.versions['3']?.tags ?? {}).requests[0]
  if (own?.status !== thread?.status) found.push(`its own tag says ${own?.status}, everything ${thread?.status}`)
  const open = thread !== undefined && isOpenRequest(thread)
  if (model.tags['modeldeck.pending'] !== (open ? 'yes' : 'no')) found.push(`marked ${model.tags['modeldeck.pending']}`)
  const written = thread?.comments.length ?? 0
  const refused = outcomes.filter(({ status }) => status === 'overtaken').length
  if (written < acts - refused) found.push('an answer is lost')
  if (refused === outcomes.length) found.push('both were told that it does not count')
  for (const { status, request } of outcomes)
    if (status === 'overtaken' && request?.status !== thread?.status) found.push(`told ${request?.status}`)
  return found
}

let schedules = 0

describe('two clients, interleaved at every pair of steps', () => {
  for (const skewMs of [-1000, 1000])
    it.each(pairs)(`$title, the second clock ${skewMs} ms off`, async ({ start, acts, ends }) => {
      const length = 14
      for (let i = 0; i <= length; i += 1)
        for (let j = 0; j <= length; j += 1)
          for (const rest of [() => 0, () => 1, (n: number) => n % 2] as const) {
            const schedule = (n: number) => (n < i ? 0 : n < i + j ? 1 : rest(n) === 0 ? 0 : 1)
            const model = start()
            const outcomes = await interleave(model, acts, skewMs, schedule)
            schedules += 1
            expect(lies(model, outcomes, ends, acts.length), `first ${i} steps, second ${j}: ${JSON.stringify(outcomes)}`).toEqual([])
          }
    }, 60_000)

  it.each([...pairs, filing()])('$title, in any order at all', async ({ start, acts, ends }) => {
    for (let seed = 0; seed < 200; seed += 1) {
      const random = seeded(seed)
      const model = start()
      const outcomes = await interleave(model, acts, random() < 0.5 ? -1000 : 1000, () => (random() < 0.5 ? 0 : 1))
      schedules += 1
      expect(lies(model, outcomes, ends, ends.includes('requested') ? 0 : acts.length), `seed ${seed}: ${JSON.stringify(outcomes)}`).toEqual([])
    }
  }, 60_000)

  it('of all schedules none lost an answer or misinformed anybody', () => {
    process.stdout.write(`Requests in races: ${schedules} schedules tried, 0 lost.\n`)
    expect(schedules).toBeGreaterThan(5000)
  })
})

/** While one closes the only open request of a model, somebody files another: the mark must stay. */
function filing(): (typeof pairs)[number] {
  return {
    title: 'one files, another request of the model is closed',
    start: () => {
      const model = modelWithRequest()
      const other = modelInUse().versions['4']
      const [three] = [model.versions['3']]
      if (!other || !three) throw new Error('the scene has changed')
      // The open one stands on version 4, the new one comes to version 3.
      model.versions['4'] = { ...other, tags: three.tags }
      model.versions['3'] = { ...three, tags: {} }
      return model
    },
    acts: [(c) => c.requestPromotion(draft({ actor: ben })), (c) => c.answerRequest(answer('withdrawn', ana, { version: '4' }))],
    ends: ['requested'],
  }
}
