// @vitest-environment jsdom
import { beforeEach, expect, it } from 'vitest'
import { demoWish, leaveDemo } from './demoChoice'

beforeEach(() => sessionStorage.clear())

const config = (demo?: 'off' | 'allowed' | 'only') => ({ sources: [], demo })

it.each([
  [undefined, '', false],
  [undefined, 'demo', false],
  ['off', 'demo', false],
  ['allowed', '', false],
  ['allowed', 'demo', true],
  ['only', '', true],
] as const)('demo: %s with ?%s', (demo, search, expected) => {
  expect(demoWish(config(demo), new URLSearchParams(search), sessionStorage) !== null).toBe(expected)
})

it('holds for the tab once asked, until it is left', () => {
  demoWish(config('allowed'), new URLSearchParams('demo'), sessionStorage)
  expect(demoWish(config('allowed'), new URLSearchParams(), sessionStorage)).not.toBeNull()
  leaveDemo(sessionStorage)
  expect(demoWish(config('allowed'), new URLSearchParams(), sessionStorage)).toBeNull()
})

it('takes seed and now from the address', () => {
  expect(demoWish(config('only'), new URLSearchParams('seed=7&now=2026-11-24T12:00Z'), sessionStorage)).toEqual({
    seed: '7',
    now: '2026-11-24T12:00Z',
  })
})
