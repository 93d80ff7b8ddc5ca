import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SourceError } from '@/ports/sourceError'
import { createQueryClient } from './client'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  // What waits to be told would wait for ever, and hold up what later tests of this process tell.
  vi.runOnlyPendingTimers()
  vi.useRealTimers()
})

it.each([
  ['a source that cannot be reached is asked again until it answers', 'unreachable', 'answer'],
  ['what is denied stays denied', 'denied', undefined],
] as const)('%s', async (_, kind, expected) => {
  let works = false
  let asked = 0
  const queryFn = async () => {
    asked += 1
    if (works) return 'answer'
    throw new SourceError({ kind, source: 'prometheus', message: 'No.', advice: 'Wait.' })
  }
  const observer = new QueryObserver(createQueryClient(), { queryKey: ['question'], queryFn })
  const leave = observer.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(observer.getCurrentResult().error?.message).toBe('No.')
  const first = asked
  works = true
  await vi.advanceTimersByTimeAsync(60_000)
  expect(observer.getCurrentResult().data).toBe(expected)
  // Once it has answered, nothing is asked again.
  expect(asked - first).toBe(expected === undefined ? 0 : 1)
  leave()
})

it('a time-out is said at once, and the source is asked again later', async () => {
  let asked = 0
  const queryFn = async () => {
    asked += 1
    throw new SourceError({ kind: 'timeout', source: 'prometheus', message: 'No answer within 15 s.', advice: 'Wait.' })
  }
  const observer = new QueryObserver(createQueryClient(), { queryKey: ['question'], queryFn })
  const leave = observer.subscribe(() => undefined)
  await vi.advanceTimersByTimeAsync(0)
  expect(observer.getCurrentResult().error?.message).toBe('No answer within 15 s.')
  expect(asked).toBe(1)
  await vi.advanceTimersByTimeAsync(16_000)
  expect(asked).toBe(2)
  leave()
})
