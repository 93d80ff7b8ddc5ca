import { notifyManager, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createQueryClient } from './client'
import { keepPace } from './pace'

beforeEach(() => {
  vi.useFakeTimers()
  keepPace()
})
afterEach(() => {
  // What waits to be told would wait for ever, and hold up what later tests of this process tell.
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
})

function watch(key: string, asked: string[], refetchInterval = 10_000) {
  const queryFn = async () => {
    asked.push(`${key} ${Math.floor(performance.now() / 1000) % 10}`)
    return key
  }
  return new QueryObserver(createQueryClient(), { queryKey: [key], queryFn, refetchInterval })
}

it('asks what has the same interval at the same moments, whenever each began', async () => {
  await vi.advanceTimersByTimeAsync(10_000 - (performance.now() % 10_000) + 3_000)
  const asked: string[] = []
  const leaveRate = watch('rate', asked).subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(4_000)
  const leaveErrors = watch('errors', asked).subscribe(() => undefined)
  expect(asked).toEqual(['rate 3', 'errors 7'])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(asked.slice(2).toSorted()).toEqual(['errors 0', 'errors 0', 'rate 0', 'rate 0'])
  leaveRate()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(asked.slice(6)).toEqual(['errors 0'])
  leaveErrors()
  await vi.advanceTimersByTimeAsync(30_000)
  expect(asked).toHaveLength(7)
})

it('tells of everything within a frame at once', async () => {
  const client = createQueryClient()
  const told: string[] = []
  const leave = ['rate', 'errors'].map((key) => {
    const observer = new QueryObserver(client, { queryKey: [key], queryFn: async () => key })
    // As the hooks subscribe.
    return observer.subscribe(notifyManager.batchCalls(() => told.push(observer.getCurrentResult().data ?? 'nothing yet')))
  })
  await vi.advanceTimersByTimeAsync(15)
  expect(told).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(new Set(told)).toEqual(new Set(['rate', 'errors']))
  for (const each of leave) each()
})
