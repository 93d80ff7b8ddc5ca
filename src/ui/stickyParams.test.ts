import { expect, it } from 'vitest'
import { withStickyParams } from './stickyParams'

it.each([
  ['/models', '', '/models'],
  ['/models', 'demo=&range=7d&q=fraud', '/models?demo=&range=7d'],
  ['/models?range=1h&status=failing', 'range=7d&refresh=off', '/models?range=1h&status=failing&refresh=off'],
  ['/models/a/b/docs#data', 'seed=3', '/models/a/b/docs?seed=3#data'],
])('%s under ?%s is %s', (to, current, expected) => {
  expect(withStickyParams(to, new URLSearchParams(current))).toBe(expected)
})
