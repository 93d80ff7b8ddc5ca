import { describe, expect, it } from 'vitest'
import { requestsOf } from '@/adapters/annotations'
import { command, modelInUse, startAt } from '@/adapters/lifecycle/fakeScenes'
import { fakePrimitives } from '@/adapters/lifecycle/fakeRegistry'
import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import { SourceError } from '@/ports/sourceError'
import { ana, answer, ben, client, cy, draft, modelWithRequest, requestId, threads } from './requestScenes'

const refusalOf = async (promise: Promise<unknown>) => {
  const error: unknown = await promise.catch((reason: unknown) => reason)
  if (!(error instanceof SourceError)) throw new Error('It was not refused.')
  return `${error.kind}: ${error.message} ${error.advice}`
}

describe('a request, with the right to edit only', () => {
  it('is filed, found, approved, carried out by the promotion, and then closed', async () => {
    const model = modelInUse()
    const edit = { permission: 'edit' } as const
    const filed = await client(model, edit).requestPromotion(draft())
    expect(filed).toMatchObject({ status: 'done', notes: [], request: { status: 'requested', requester: ana, reason: 'better recall', version: '3', model: { name: 'fraud' } } })
    const { id } = filed.request
    expect(model.tags['modeldeck.pending']).toBe('yes')
    expect((await client(model).listRequests('fraud')).items).toMatchObject([{ id, status: 'requested', at: startAt }])

    const approved = await client(model, { ...edit, at: startAt + 1000 }).answerRequest(answer('approved', ben, { id, reason: 'agreed' }))
    expect(approved).toMatchObject({ status: 'done', request: { status: 'approved', decidedBy: { ...ben, reason: 'agreed' } } })
    expect(requestsOf(model.versions['3']?.tags ?? {}).requests).toMatchObject([{ status: 'approved', decidedBy: { name: 'ben' } }])
    expect(model.tags['modeldeck.pending']).toBe('yes')

    const done = await createLifecycle(fakePrimitives(model, { now: () => startAt + 2000, sleep: () => Promise.resolve() })).execute(command('promote', '3'))
    if (done.status !== 'done') throw new Error(done.status)
    expect(threads(model)).toMatchObject([{ status: 'done', change: done.change.id, decidedBy: { name: 'ben' } }])
    expect(requestsOf(model.versions['3']?.tags ?? {}).requests).toMatchObject([{ status: 'done', change: done.change.id }])
    expect(model.tags['modeldeck.pending']).toBe('no')
  })

  it.each([
    ['rejected', ben, 'rejected'],
    ['withdrawn', ana, 'withdrawn'],
  ] as const)('that is %s is closed, also after an approval', async (word, actor, status) => {
    const model = modelWithRequest(cy)
    const outcome = await client(model).answerRequest(answer(word, actor, { reason: 'no longer' }))
    expect(outcome).toMatchObject({ status: 'done', request: { status, decidedBy: { name: actor.name, reason: 'no longer' } } })
    expect(model.tags['modeldeck.pending']).toBe('no')
    expect(await client(model).answerRequest(answer('approved', cy))).toMatchObject({ status: 'overtaken', request: { status } })
    expect(threads(model)[0]?.comments).toHaveLength(2)
  })

  it('may be filed again once it is closed, and not while it is open', async () => {
    const model = modelWithRequest()
    expect(await client(model).requestPromotion(draft({ actor: ben }))).toMatchObject({ status: 'overtaken', request: { id: requestId, requester: ana } })
    await client(model).answerRequest(answer('rejected', ben))
    expect(await client(model).requestPromotion(draft({ actor: ben }))).toMatchObject({ status: 'done', request: { requester: ben } })
    expect(threads(model)).toHaveLength(2)
    expect(model.tags['modeldeck.pending']).toBe('yes')
  })

  it('leaves the mark where another request of the model is open', async () => {
    const model = modelWithRequest()
    await client(model).requestPromotion(draft({ version: '4' }))
    await client(model).answerRequest(answer('rejected', ben))
    expect(model.tags['modeldeck.pending']).toBe('yes')
  })

  it('takes comments, one tag each, open or closed', async () => {
    const model = modelWithRequest()
    const say = (actor: typeof ana, text: string) => client(model).commentOnRequest({ model: { source: 'fake', name: 'fraud' }, version: '3', id: requestId, actor, text })
    await Promise.all([say(ana, 'why not?'), say(ben, 'because')])
    await client(model).answerRequest(answer('rejected', ben))
    expect(await say(cy, ' <b>late</b> ')).toMatchObject({ status: 'done', request: { status: 'rejected' } })
    expect(threads(model)[0]?.comments.map(({ text }) => text).toSorted()).toEqual(['', '<b>late</b>', 'because', 'why not?'])
  })

  it('is approved once by each person', async () => {
    const model = modelWithRequest(ben)
    expect(await client(model).answerRequest(answer('approved', ben))).toMatchObject({ status: 'done' })
    expect(threads(model)[0]?.comments).toHaveLength(1)
    await client(model).answerRequest(answer('approved', cy))
    expect(threads(model)[0]).toMatchObject({ decidedBy: { name: 'ben' }, comments: [{}, { author: cy }] })
  })
})

describe('what makes no sense is refused before anything is written', () => {
  it.each([
    ['without a reason', draft({ reason: ' ' }), /needs a reason/],
    ['without a name', draft({ actor: { name: '', kind: 'self-declared' } }), /needs the name/],
    ['for the champion', draft({ version: '2' }), /in production already/],
    ['for a deprecated version', draft({ version: '1' }), /is deprecated. Restore it first/],
    ['for a version that is not there', draft({ version: '99' }), /not-found/],
    ['with too long a reason', draft({ reason: 'x'.repeat(1501) }), /Shorten it by 1/],
    ['with a reason that grows too long as JSON', draft({ reason: '\u0001'.repeat(1500) }), /at most 5000 fit/],
  ])('a request %s', async (_, what, words) => {
    const model = modelInUse()
    expect(await refusalOf(client(model).requestPromotion(what))).toMatch(words)
    expect(model).toEqual(modelInUse())
  })

  it.each([
    ['one’s own approval', answer('approved', { name: ' ANA ', kind: 'self-declared' }), /somebody else approves/],
    ['a withdrawal by another', answer('withdrawn', ben), /Only ana/],
    ['of what is gone', answer('approved', ben, { id: '01HNZXD07M5CEN5XA66EMZSRZ9' }), /no longer there/],
  ])('%s', async (_, what, words) => {
    const model = modelWithRequest()
    const before = structuredClone(model)
    expect(await refusalOf(client(model).answerRequest(what))).toMatch(words)
    expect(model).toEqual(before)
  })

  it('what a reader asks', async () => {
    const model = modelWithRequest()
    const before = structuredClone(model)
    const reader = client(model, { permission: 'read' })
    expect(await refusalOf(reader.answerRequest(answer('approved', ben)))).toMatch(/^denied: .*Nothing was changed.*EDIT/)
    expect(await refusalOf(reader.requestPromotion(draft({ version: '4' })))).toMatch(/^denied: .*Nothing was changed.*EDIT/)
    expect(model).toEqual(before)
  })
})

it('two long reasons stay readable: the second stands in its comment only', async () => {
  const model = modelWithRequest()
  const filed = await client(model).requestPromotion(draft({ version: '4', reason: '"'.repeat(1500) }))
  const outcome = await client(model).answerRequest(answer('approved', ben, { version: '4', id: filed.request.id, reason: '"'.repeat(1500) }))
  expect(outcome).toMatchObject({ status: 'done', notes: [], request: { decidedBy: { reason: '"'.repeat(1500) } } })
  expect(requestsOf(model.versions['4']?.tags ?? {}).requests).toMatchObject([{ status: 'approved', decidedBy: { reason: '' } }])
})

it('what cannot be read is named beside the rest', async () => {
  const model = modelWithRequest()
  Object.assign(model.versions['3']?.tags ?? {}, { 'modeldeck.request.x': '{}', [`modeldeck.comment.${requestId}.x`]: '1' })
  const { items, unreadable } = await client(model).listRequests('fraud')
  expect(items).toHaveLength(1)
  expect(unreadable.map(({ version, problem }) => [version, problem.field])).toEqual([['3', 'modeldeck.request.x'], ['3', `modeldeck.comment.${requestId}.x`]])
})
