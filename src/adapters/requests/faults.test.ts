import { describe, expect, it } from 'vitest'
import type { FakeModel, Wire } from '@/adapters/lifecycle/fakeRegistry'
import { fakeError } from '@/adapters/lifecycle/fakeRegistry'
import { modelInUse, startAt } from '@/adapters/lifecycle/fakeScenes'
import { isOpenRequest } from '@/domain/request'
import type { RequestOutcome } from '@/ports/registry'
import { ana, answer, ben, client, cy, draft, modelWithRequest, requestId, threads } from './requestScenes'

type Act = (requests: ReturnType<typeof client>) => Promise<RequestOutcome>
type Ending = RequestOutcome | { status: 'failed'; message: string } | { status: 'closed' }

const acts: readonly { title: string; start: () => FakeModel; act: Act; holds: (model: FakeModel) => boolean }[] = [
  { title: 'file', start: modelInUse, act: (r) => r.requestPromotion(draft()), holds: (m) => threads(m).length === 1 },
  { title: 'approve', start: modelWithRequest, act: (r) => r.answerRequest(answer('approved', ben)), holds: (m) => threads(m)[0]?.status === 'approved' },
  { title: 'reject', start: () => modelWithRequest(cy), act: (r) => r.answerRequest(answer('rejected', ben)), holds: (m) => threads(m)[0]?.status === 'rejected' },
  { title: 'withdraw', start: () => modelWithRequest(ben), act: (r) => r.answerRequest(answer('withdrawn', ana)), holds: (m) => threads(m)[0]?.status === 'withdrawn' },
  {
    title: 'comment',
    start: modelWithRequest,
    act: (r) => r.commentOnRequest({ model: { source: 'fake', name: 'fraud' }, version: '3', id: requestId, actor: ben, text: 'why?' }),
    holds: (m) => threads(m)[0]?.comments.length === 1,
  },
]

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
async function attempt(model: FakeModel, act: Act, at: number, fault: (typeof faults)[number], spread: 'once' | 'on') {
  let count = 0
  const listeners: (() => void)[] = []
  const closed = new Promise<Ending>((resolve) => {
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
  const ended = act(client(model, { wire })).catch((error: unknown): Ending => ({ status: 'failed', message: String(error) }))
  const ending = await Promise.race([ended, closed])
  return { ending, reached: count >= at }
}

/** What is untrue after an ending; empty: nothing. */
function lies(model: FakeModel, ending: Ending, holds: boolean): string[] {
  const found: string[] = []
  if (ending.status === 'done' && !holds) found.push('told done, but it is not')
  if (ending.status === 'overtaken') found.push('told of others where there were none')
  if (ending.status === 'failed' && holds && !/not known/.test(ending.message)) found.push(`it holds, but was told: ${ending.message}`)
  const open = threads(model).some(isOpenRequest)
  if (open && model.tags['modeldeck.pending'] !== 'yes') found.push('open, but not marked')
  if (open && !('modeldeck.changed' in (model.versions['3']?.tags ?? {}))) found.push('open, but not found by a search')
  return found
}

let tried = 0

describe('every request of every command, failed in each way', () => {
  it.each(acts)('$title', async ({ title, start, act, holds }) => {
    const lost: string[] = []
    for (const fault of faults)
      for (const spread of ['once', 'on'] as const)
        for (let at = 1; ; at += 1) {
          const model = start()
          const { ending, reached } = await attempt(model, act, at, fault, spread)
          if (!reached) break
          tried += 1
          const wrong = lies(model, ending, holds(model))
          // The next visitor repeats it, and finds it done or does it.
          const repeated = await act(client(model, { at: startAt + 60_000 })).catch((error: unknown) => String(error))
          if (!holds(model) && title !== 'comment') wrong.push(`repeating it: ${JSON.stringify(repeated)}`)
          lost.push(...wrong.map((what) => `${title}, request ${at}, ${fault.title}, ${spread}: ${what} (${JSON.stringify(ending)})`))
        }
    expect(lost).toEqual([])
  })

  it('of all cases tried none is lost', () => {
    process.stdout.write(`Requests under faults: ${tried} cases tried, 0 lost.\n`)
    expect(tried).toBeGreaterThan(500)
  })
})
