import { describe, expect, it, test } from 'vitest'
import type { Change } from '@/domain/change'
import { minuteMs } from '@/domain/time'
import { checksSummary, confirmLabel, dialogTitle, doneSentence, levelWords, outcomeSentence } from './decisionWords'

const now = Date.parse('2026-11-24T12:00:00Z')

function change(said: Partial<Change>): Change {
  return {
    id: '01', action: 'promote', status: 'done', actor: 'ben', actorKind: 'authenticated', at: now, reason: '', from: '12', to: '14',
    checks: [], overrides: [], ...said,
  }
}

describe('names that scripts rely on', () => {
  test.each([
    ['promote', 'Promote claim-fraud version 13', 'Promote version 13'],
    ['rollback', 'Roll back claim-fraud to version 13', 'Roll back to version 13'],
    ['deprecate', 'Deprecate claim-fraud version 13', 'Deprecate version 13'],
    ['archive', 'Archive claim-fraud version 13', 'Archive version 13'],
    ['restore', 'Restore claim-fraud version 13', 'Restore version 13'],
  ] as const)('%s', (action, title, confirm) => {
    expect(dialogTitle(action, 'claim-fraud', '13')).toBe(title)
    expect(confirmLabel(action, '13')).toBe(confirm)
  })
})

test.each([
  [change({ to: '13' }), 'Version 13 is in production, in place of version 12.'],
  [change({ to: '13', from: null }), 'Version 13 is in production.'],
  [change({ action: 'rollback', from: '13', to: '12' }), 'Version 12 is in production again, in place of version 13.'],
  [change({ action: 'deprecate', from: 'active', to: 'deprecated' }), 'Version 9 is deprecated.'],
  [change({ action: 'archive', from: 'active', to: 'archived' }), 'Version 9 is archived.'],
  [change({ action: 'restore', from: 'archived', to: 'active' }), 'Version 9 is active again.'],
])('done: %o', (done, sentence) => expect(doneSentence(done, '9')).toBe(sentence))

describe('why not', () => {
  it('names who was first', () => {
    expect(outcomeSentence({ status: 'overtaken', found: '14', by: change({}) }, 'promote', now)).toBe(
      'The registry has changed since you looked: v14 is in production. ben promoted v12 → v14. Nothing of your decision was kept.',
    )
  })
  it('blames nobody by a record from before', () => {
    expect(outcomeSentence({ status: 'overtaken', found: '14', by: change({ at: now - 60 * minuteMs }) }, 'promote', now)).toContain('No record says who changed it.')
    expect(outcomeSentence({ status: 'overtaken', found: null, by: null }, 'promote', now)).toContain('nothing is in production. No record says')
  })
  it('says what became of a version', () => {
    const by = change({ action: 'archive', from: 'active', to: 'archived' })
    expect(outcomeSentence({ status: 'overtaken', found: 'archived', by }, 'deprecate', now)).toContain('the version is archived.')
  })
  it('says whose decision is under way', () => {
    expect(outcomeSentence({ status: 'busy', intent: change({ status: 'intended' }) }, 'promote', now)).toBe(
      'ben has another decision on this model under way: the promotion v12 → v14. Nothing of yours was written.',
    )
  })
})

test.each([
  [{ value: 'required', from: 'default' }, 'required'],
  [{ value: 'required', from: 'model' }, 'required by this model’s policy'],
  [{ value: 'advisory', from: 'deployment' }, 'advisory by the deployment'],
] as const)('%o', (level, words) => expect(levelWords(level)).toBe(words))

function check(verdict: 'pass' | 'fail' | 'not-applicable') {
  return { verdict, blocking: verdict === 'fail' }
}

it('sums the checks up without those that do not apply', () => {
  expect(checksSummary([check('pass'), check('fail'), check('not-applicable')], 1)).toBe('1 of 2 pass, 1 blocks')
  expect(checksSummary([check('pass'), check('pass')], 0)).toBe('2 of 2 pass')
})
