import { expect, it } from 'vitest'
import { previewRow } from './previewRows'

const evidence = {
  candidate: { version: '4', status: 'ready', lifecycle: 'active' },
  registry: { seenChampion: '3', champion: '3', openIntent: null },
  quality: { metrics: { f1: { metric: 'f1', value: 0.82, rawName: 'f1', split: 'test', average: null } }, support: 5000 },
  approval: { requester: null, approver: null },
} as const

it('a limit that the version misses blocks it by the edited policy only', () => {
  const row = previewRow('4', evidence, { deployment: null, now: null, edited: { thresholds: { f1: { critical: 0.85 } } } })
  expect(row.now.blockedBy).toEqual([])
  expect(row.edited.blockedBy).toMatchObject([{ id: 'f1_threshold', sentence: 'F1 is 0.820 (n = 5,000); it must be ≥ 0.850.' }])
  expect(row).toMatchObject({ version: '4', inProduction: false, differs: true })
})

it('the deployment’s limit holds until the model sets its own', () => {
  const deployment = { thresholds: { f1: { critical: 0.9 } } }
  const row = previewRow('4', evidence, { deployment, now: null, edited: { thresholds: { f1: { critical: 0.8 } } } })
  expect(row.now.blockedBy.map(({ id }) => id)).toEqual(['f1_threshold'])
  expect(row.edited.blockedBy).toEqual([])
})

it('two people that are required and did not speak block', () => {
  const row = previewRow('4', evidence, { deployment: null, now: null, edited: { gates: { two_people: 'required' } } })
  expect(row.edited.blockedBy.map(({ id }) => id)).toEqual(['two_people'])
})

it('the same policy differs in nothing', () => {
  const policy = { gates: { lineage: 'off' } } as const
  expect(previewRow('3', evidence, { deployment: null, now: policy, edited: policy })).toMatchObject({ differs: false, inProduction: true })
})
