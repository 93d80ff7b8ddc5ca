import { expect, it } from 'vitest'
import type { QueryPlan } from '@/ports/monitoring'
import { configLines } from './configLines'

const none = { modelQuery: null, reason: null, notes: [] }
const plan: QueryPlan = {
  preset: { name: 'modeldeck', title: 'the Modeldeck convention' },
  labels: { model: 'model', version: 'version' },
  placeholders: [],
  signals: [
    { ...none, name: 'request_rate', query: 'sum by ($by) (a{$selector})', origin: 'preset' },
    { ...none, name: 'drift', query: 'max by ($by) (psi{stat="psi", $selector})', origin: 'config' },
    { ...none, name: 'in_flight', query: null, reason: 'Its query in config.json is empty.', origin: 'config' },
  ],
}

it.each([
  ['keeps what config.json has already', 'request_rate', ' rate(b{$selector}[5m])\n', { drift: 'max by ($by) (psi{stat="psi", $selector})', request_rate: 'rate(b{$selector}[5m])' }],
  ['replaces what it changes', 'drift', 'max by ($by) (x{$selector})', { drift: 'max by ($by) (x{$selector})' }],
] as const)('%s', (_, name, query, expected) => {
  expect(JSON.parse(`{${configLines(plan, name, query)}}`)).toEqual({ queries: expected })
})
