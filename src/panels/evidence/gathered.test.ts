import { describe, expect, it } from 'vitest'
import type { Evidence } from '@/domain/gate/evidence'
import { assessGathered, settledChecks, type EvidencePart, type Gathered } from './gathered'

const evidence: Evidence = {
  policy: { model: { gates: { tests: 'required' } } },
  candidate: { version: '4', status: 'ready', lifecycle: 'active' },
  registry: { seenChampion: '3', champion: '3', openIntent: null },
  tests: { passed: 4, failed: 0, skipped: 0, failedNames: [], at: null },
  documentation: { words: 40, origin: 'MODEL_CARD.md' },
}

function gathered(...waiting: EvidencePart[]): Gathered {
  return { evidence, waiting: new Set(waiting), trouble: null }
}

function waitingIds(of: Gathered): string[] {
  return assessGathered('promote', of).flatMap((row) => (row.waiting ? [row.id] : []))
}

describe('checks on evidence that comes in parts', () => {
  it('each waits for what it looks at, and for nothing else', () => {
    expect(waitingIds(gathered())).toEqual([])
    expect(waitingIds(gathered('tests'))).toEqual(['tests'])
    expect(waitingIds(gathered('documentation', 'lineage'))).toEqual(['documentation', 'lineage'])
    expect(waitingIds(gathered('serving'))).toEqual(['serving_errors', 'serving_latency'])
    expect(waitingIds(gathered('championQuality'))).toEqual(['no_regression'])
  })

  it('the level is known before the verdict', () => {
    expect(assessGathered('promote', gathered('tests')).find(({ id }) => id === 'tests')).toMatchObject({
      waiting: true,
      level: { value: 'required', from: 'model' },
    })
  })

  it('an answer that never comes is unknown, and blocks where it is required', () => {
    const rows = assessGathered('promote', gathered('tests', 'documentation'))
    expect(settledChecks(rows, false).map(({ id }) => id)).not.toContain('tests')
    const settled = settledChecks(rows, true)
    expect(settled.find(({ id }) => id === 'tests')).toMatchObject({ verdict: 'unknown', blocking: true })
    expect(settled.find(({ id }) => id === 'documentation')).toMatchObject({ verdict: 'unknown', blocking: false })
  })
})
