import { expect, test } from 'vitest'
import type { AlertRule } from '@/domain/alerts/alert'
import { calmText } from './calmText'

function rule(error: string | null): AlertRule {
  return { name: 'A', group: 'g', query: 'up', forMs: 0, severity: null, state: 'inactive', error, evaluatedAt: null, summary: null }
}

test.each([
  [{ configured: false, data: undefined }, /Whether any rule would raise one is not known/],
  [{ configured: true, data: undefined }, /^No alert is pending or firing\.$/],
  [{ configured: true, data: [] }, /because Prometheus has no alerting rule/],
  [{ configured: true, data: [rule(null)] }, /1 rule watches\.$/],
  [{ configured: true, data: [rule(null), rule('broken')] }, /2 rules watch, 1 of them cannot be evaluated\.$/],
])('an empty list means, with %j', (rules, words) => {
  expect(calmText(rules)).toMatch(words)
})
