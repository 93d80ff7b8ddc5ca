import { describe, expect, it } from 'vitest'
import type { PromotionRequest, RequestComment, RequestStatus } from './request'
import { approvalOf, decisiveRequest, threadOf } from './request'

const ana = { name: 'ana', kind: 'authenticated' } as const
const ben = { name: 'ben', kind: 'authenticated' } as const
const cy = { name: 'cy', kind: 'self-declared' } as const

const request = (over: Partial<PromotionRequest> = {}): PromotionRequest => ({
  id: 'R1', status: 'requested', requester: ana, at: 1, reason: 'better', decidedBy: null, change: null, ...over,
})
const comment = (id: string, author: RequestComment['author'], decides?: RequestComment['decides'], over: Partial<RequestComment> = {}): RequestComment => ({
  id, request: 'R1', author, at: 2, text: id, decides, ...over,
})

describe('the state of a request', () => {
  const table: readonly [string, PromotionRequest, readonly RequestComment[], RequestStatus, string | null][] = [
    ['nothing said', request(), [], 'requested', null],
    ['words only', request(), [comment('a', ben)], 'requested', null],
    ['approved', request(), [comment('a', ben, 'approved')], 'approved', 'ben'],
    ['approved twice: the first is named', request(), [comment('a', ben, 'approved'), comment('b', cy, 'approved')], 'approved', 'ben'],
    ['rejected after an approval', request(), [comment('a', ben, 'approved'), comment('b', cy, 'rejected')], 'rejected', 'cy'],
    ['rejected before an approval by a clock that is behind', request(), [comment('a', cy, 'rejected'), comment('b', ben, 'approved')], 'rejected', 'cy'],
    ['withdrawn and approved at once', request(), [comment('a', ana, 'withdrawn'), comment('b', ben, 'approved')], 'withdrawn', 'ana'],
    ['carried out: who approved stays', request(), [comment('a', ben, 'approved'), comment('c', cy, 'done', { change: 'C1' })], 'done', 'ben'],
    ['what is carried out is not taken back', request(), [comment('a', cy, 'done', { change: 'C1' }), comment('b', ana, 'withdrawn')], 'done', null],
    ['its own tag is behind', request({ status: 'approved', decidedBy: { ...ben, at: 2, reason: '' } }), [comment('a', cy, 'rejected')], 'rejected', 'cy'],
    ['approved by another tool in its own tag', request({ status: 'approved', decidedBy: { ...ben, at: 2, reason: '' } }), [], 'approved', 'ben'],
    ['comments on another request', request(), [comment('a', ben, 'rejected', { request: 'R2' })], 'requested', null],
  ]
  it.each(table)('%s', (_, own, comments, status, by) => {
    const thread = threadOf(own, comments)
    expect([thread.status, thread.decidedBy?.name ?? null]).toEqual([status, by])
    expect(threadOf(own, comments.toReversed()).status).toBe(status)
  })

  it('names the decision that carried it out', () => {
    expect(threadOf(request(), [comment('a', ben, 'done', { change: 'C1' })]).change).toBe('C1')
  })
})

describe('two people', () => {
  it.each([
    ['nobody yet', [], null],
    ['one authenticated', [comment('a', ben, 'approved')], ben],
    ['one self-declared', [comment('a', cy, 'approved')], cy],
    ['of two the one that proves more', [comment('a', cy, 'approved'), comment('b', ben, 'approved')], ben],
    ['oneself, for want of another', [comment('a', { name: 'Ana ', kind: 'self-declared' }, 'approved')], { name: 'Ana ', kind: 'self-declared' }],
    ['another before oneself', [comment('a', ana, 'approved'), comment('b', cy, 'approved')], cy],
  ] as const)('%s', (_, comments, approver) => {
    expect(approvalOf(threadOf(request(), comments))).toEqual({ requester: ana, approver })
  })

  it('an approval that another tool wrote counts', () => {
    const written = threadOf(request({ status: 'approved', decidedBy: { ...ben, at: 2, reason: 'ok' } }), [])
    expect(approvalOf(written).approver).toEqual(ben)
  })
})

const thread = (id: string, status: RequestStatus, at: number) => threadOf(request({ id, status, at }), [])

it('an approved request speaks before a newer one that waits; closed ones do not', () => {
  const [waiting, approved, closed] = [thread('1', 'requested', 9), thread('2', 'approved', 5), thread('3', 'rejected', 10)]
  expect(decisiveRequest([closed, waiting, approved])).toBe(approved)
  expect(decisiveRequest([closed, waiting])).toBe(waiting)
  expect(decisiveRequest([closed])).toBeNull()
})
