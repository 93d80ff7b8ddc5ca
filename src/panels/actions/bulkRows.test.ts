import { describe, expect, it } from 'vitest'
import { aVersion } from '@/domain/testData'
import { bulkRows, type BulkInput } from './bulkRows'

const input: BulkInput = {
  action: 'archive',
  versions: ['10', '9', '3'].map((version) => aVersion(version)),
  context: {
    production: { version: '10', by: 'alias' },
    candidate: null,
    forbidden: null,
    registry: { product: 'MLflow', capabilities: ['promote', 'deprecate'] },
  },
  gathered: {
    evidence: {
      policy: {},
      candidate: { version: '', status: 'ready', lifecycle: 'active' },
      registry: { seenChampion: '10', champion: '10', openIntent: null },
    },
    waiting: new Set(),
    trouble: null,
  },
  traffic: { unasked: null, waiting: false, of: (version) => ({ rate: 0, requests: version === '9' ? 42 : version === '3' ? 0 : null }) },
  replacement: null,
}

function summary(said: Partial<BulkInput>) {
  return bulkRows({ ...input, ...said }).map(({ version, leftOut, blocking, waiting }) => [
    version.ref.version,
    leftOut ?? (waiting ? 'waiting' : blocking.map(({ id }) => id).join() || 'free'),
  ])
}

describe('several versions at once', () => {
  it('oldest first, each judged by its own traffic; the champion is left out', () => {
    expect(summary({})).toEqual([
      ['3', 'free'],
      ['9', 'no_traffic'],
      ['10', 'Version 10 serves production: promote another version first.'],
    ])
  })

  it('the champion can be deprecated only with a replacement, which is not retired with the rest', () => {
    expect(summary({ action: 'deprecate' })).toEqual([['3', 'free'], ['9', 'free'], ['10', 'replacement']])
    expect(summary({ action: 'deprecate', replacement: '9' })).toEqual([['3', 'free'], ['9', 'Version 9 is the replacement.'], ['10', 'free']])
  })

  it('what has changed meanwhile cannot be overridden', () => {
    const evidence = { ...input.gathered.evidence, registry: { seenChampion: '10', champion: '3', openIntent: null } }
    const [row] = bulkRows({ ...input, versions: [aVersion('9')], gathered: { ...input.gathered, evidence } })
    expect(row?.leftOut).toBe('Production is v3 now; the page was opened with v10.')
  })

  it('waits for the traffic, and does not ask for it where nobody can know', () => {
    expect(summary({ versions: [aVersion('3')], traffic: { ...input.traffic, waiting: true } })).toEqual([['3', 'waiting']])
    expect(summary({ versions: [aVersion('9')], traffic: { ...input.traffic, unasked: 'No monitoring.' } })).toEqual([['9', 'free']])
  })
})
