import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { hourMs } from '@/domain/time'
import { BatchTiles } from './BatchTiles'
import type { BatchSignal, LastRun } from './useBatchRun'

function run(part: Partial<LastRun>, failing: readonly BatchSignal[] = []): LastRun {
  const error = new Error('no space left')
  return {
    ageMs: 4 * hourMs,
    intervalMs: 12 * hourMs,
    failed: false,
    durationMs: 60_000,
    rows: 100,
    isPending: false,
    errorOf: (name) => (failing.includes(name) ? error : null),
    retry: () => undefined,
    ...part,
  }
}
const line = () => screen.getByRole('group', { name: 'Last run' })

it('says of the last run when it was and when the next is due', () => {
  render(<BatchTiles run={run({})} />)
  expect(line()).toHaveTextContent(/4 h.*on time, due every 12 h/)
  expect(line()).not.toHaveTextContent('Stale')
})

it('marks what is no longer answered as stale, and that alone', () => {
  render(<BatchTiles run={run({}, ['batch_age'])} />)
  expect(line()).toHaveTextContent(/4 h.*Stale: Failed/)
  expect(line().textContent?.match(/Stale/g)).toHaveLength(1)
})

it('does not say that nothing says how often it is due where that could not be asked', () => {
  render(<BatchTiles run={run({ ageMs: null, intervalMs: null }, ['batch_age', 'batch_interval'])} />)
  expect(line()).toHaveTextContent('how often it is due is not known')
  expect(line()).not.toHaveTextContent('nothing says')
})
