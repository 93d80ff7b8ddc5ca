import { describe, expect, it, vi } from 'vitest'
import type { Loadable } from '@/ui/frame/loadable'
import { joinLoadables } from './joinLoadables'

function question(part: Partial<Loadable<number>>): Loadable<number> {
  return { data: undefined, error: null, isPending: part.data === undefined && part.error === undefined, isFetching: false, dataUpdatedAt: 0, refetch: () => undefined, ...part }
}

describe('several questions as one', () => {
  it.each<[string, readonly Loadable<number>[], number]>([
    ['as old as the oldest', [question({ data: 1, dataUpdatedAt: 20 }), question({ data: 2, dataUpdatedAt: 10 })], 10],
    ['as old as what came, where something never did', [question({ data: 1, dataUpdatedAt: 20 }), question({ error: new Error('no') })], 20],
    ['of no age before anything came', [question({})], 0],
  ])('is %s', (_, states, at) => {
    expect(joinLoadables(states, 'all').dataUpdatedAt).toBe(at)
  })

  it('asks again for what failed, and for all where nothing did', () => {
    const [good, bad] = [vi.fn<() => void>(), vi.fn<() => void>()]
    joinLoadables([question({ data: 1, refetch: good }), question({ error: new Error('no'), refetch: bad })], 'all').refetch()
    expect([good, bad].map(({ mock }) => mock.calls.length)).toEqual([0, 1])
    joinLoadables([question({ data: 1, refetch: good }), question({ data: 2, refetch: bad })], 'all').refetch()
    expect([good, bad].map(({ mock }) => mock.calls.length)).toEqual([1, 2])
  })
})
