import { describe, expect, it } from 'vitest'
import type { FakeModel, Wire } from '@/adapters/lifecycle/fakeRegistry'
import { fakeError } from '@/adapters/lifecycle/fakeRegistry'
import { startAt } from '@/adapters/lifecycle/fakeScenes'
import type { RequestEnding, RequestScene } from './requestFaults'
import { liesAboutRequest, requestScenes } from './requestFaults'
import { client, model } from './requestScenes'

const never = () => new Promise<never>(() => undefined)
const fail = (kind: Parameters<typeof fakeError>[0]) => () => Promise.reject(fakeError(kind, kind))
const faults = [
  { title: 'no connection before it is sent', acts: false, answer: fail('unreachable') },
  { title: 'no connection after the server acted', acts: true, answer: fail('unreachable') },
  { title: '403', acts: false, answer: fail('denied') },
  { title: '400', acts: false, answer: fail('rejected') },
  { title: '409', acts: false, answer: fail('conflict') },
  { title: '429', acts: false, answer: fail('rate-limited') },
  { title: '500', acts: false, answer: fail('server') },
  { title: '500 after it acted', acts: true, answer: fail('server') },
  { title: 'malformed answer', acts: true, answer: fail('invalid-response') },
  { title: 'tab closed before it is sent', acts: false, answer: never },
  { title: 'tab closed after the server acted', acts: true, answer: never },
] as const

/** Runs with the `at`-th request failing, alone or with all that follow. */
async function attempt(held: FakeModel, act: RequestScene['act'], at: number, fault: (typeof faults)[number], spread: 'once' | 'on') {
  let count = 0
  const listeners: (() => void)[] = []
  const closed = new Promise<RequestEnding>((resolve) => {
    listeners.push(() => resolve({ status: 'closed' }))
  })
  const wire: Wire = async (_, run) => {
    count += 1
    await Promise.resolve()
    if (count < at || (count > at && spread === 'once')) return run()
    if (fault.acts && count === at) run()
    if (fault.answer === never) for (const close of listeners) close()
    return fault.answer()
  }
  const ended = act(client(held, { wire }), model).catch((error: unknown): RequestEnding => ({ status: 'failed', message: String(error) }))
  const ending = await Promise.race([ended, closed])
  return { ending, reached: count >= at }
}

let tried = 0

describe('every request of every command, failed in each way', () => {
  it.each(requestScenes)('$title', async ({ title, start, act, holds }) => {
    const lost: string[] = []
    for (const fault of faults)
      for (const spread of ['once', 'on'] as const)
        for (let at = 1; ; at += 1) {
          const held = start()
          const { ending, reached } = await attempt(held, act, at, fault, spread)
          if (!reached) break
          tried += 1
          const wrong = liesAboutRequest(held, ending, holds(held))
          // The next visitor repeats it, and finds it done or does it.
          const repeated = await act(client(held, { at: startAt + 60_000 }), model).catch((error: unknown) => String(error))
          if (!holds(held) && title !== 'comment') wrong.push(`repeating it: ${JSON.stringify(repeated)}`)
          lost.push(...wrong.map((what) => `${title}, request ${at}, ${fault.title}, ${spread}: ${what} (${JSON.stringify(ending)})`))
        }
    expect(lost).toEqual([])
  })

  it('of all cases tried none is lost', () => {
    process.stdout.write(`Requests under faults: ${tried} cases tried, 0 lost.\n`)
    expect(tried).toBeGreaterThan(500)
  })
})
