import { describe, expect, it } from 'vitest'
import type { Change, PlacedChange } from './change'
import { changePhase, changeRecord, describeChange, mergeChanges } from './change'
import { changeRows, toCsv, toJson } from './changeExport'
import { replay } from './changeReplay'
import { dayMs } from './time'

const t0 = Date.parse('2026-03-01T09:00:00Z')

function change(day: number, from: string | null, to: string, over: Partial<PlacedChange> = {}): PlacedChange {
  return {
    id: `01${String(day).padStart(24, '0')}`,
    action: 'promote',
    status: 'done',
    actor: 'ana',
    actorKind: 'self-declared',
    at: t0 + day * dayMs,
    reason: '',
    from,
    to,
    checks: [],
    overrides: [],
    model: { source: 'mlflow', name: 'fraud' },
    version: to,
    ...over,
  }
}

describe('a decision in words', () => {
  it.each<[Partial<PlacedChange>, string]>([
    [{}, 'promoted v12 → v13'],
    [{ from: null }, 'promoted v13'],
    [{ action: 'rollback' }, 'rolled back v12 → v13'],
    [{ action: 'deprecate', from: 'active', to: 'deprecated', version: '3' }, 'deprecated v3'],
    [{ action: 'restore', from: 'archived', to: 'active', version: '3' }, 'restored v3'],
    [{ status: 'intended' }, 'has not finished the promotion v12 → v13'],
    [{ status: 'overtaken', action: 'archive', version: '3' }, 'was overtaken in the archiving of v3'],
    [{ status: 'reverted' }, 'promoted v12 → v13, which was taken back'],
  ])('%j', (over, words) => {
    expect(describeChange(change(0, '12', '13', over))).toBe(words)
  })

  it.each([
    ['intended', 30_000, 'under-way'],
    ['intended', 90_000, 'unfinished'],
    ['intended', -90_000, 'unfinished'],
    ['done', 0, 'ended'],
  ] as const)('%s after %d ms is %s', (status, ms, phase) => {
    expect(changePhase(change(0, '1', '2', { status }), t0 + ms)).toBe(phase)
  })
})

describe('what was in production', () => {
  const history = [change(20, '2', '3'), change(0, '1', '2'), change(30, '3', '2', { action: 'rollback' })]

  it.each<[string, readonly Change[], number, string | null | undefined, string | null, boolean, RegExp | null]>([
    ['while a version served', history, 10, undefined, '2', true, null],
    ['at the very time of a decision', history, 20, undefined, '3', true, null],
    ['after a rollback', history, 31, '2', '2', true, null],
    ['before the first record', history, -1, undefined, '1', false, /Before the first record of 2026-03-01/],
    ['with no record at all', [], 0, undefined, null, false, /No decision is recorded/],
    ['moved without a record in between', [change(0, '1', '2'), change(20, '7', '3')], 10, undefined, '2', false, /from v2 to v7 without a record/],
    ['moved without a record since', history, 40, '9', '2', false, /from v2 to v9 without a record/],
    ['taken away since', history, 40, null, '2', false, /to nothing without a record/],
    ['with an unfinished decision', [...history, change(35, '2', '4', { status: 'intended' })], 36, '2', '2', false, /unfinished: it may or may not have served/],
    ['before that unfinished decision', [...history, change(35, '2', '4', { status: 'intended' })], 34, '2', '2', true, null],
    ['while a reverted one may have served', [...history, change(35, '2', '4', { status: 'reverted', endedBy: { name: 'b', kind: 'self-declared', at: t0 + 36 * dayMs } })], 35.5, '2', '2', false, /v4 may have served until 2026-04-06/],
    ['after it was reverted', [...history, change(35, '2', '4', { status: 'reverted', endedBy: { name: 'b', kind: 'self-declared', at: t0 + 36 * dayMs } })], 37, '2', '2', true, null],
    ['lifecycle decisions say nothing of it', [change(0, '1', '2'), change(5, 'active', 'archived', { action: 'archive', version: '1' })], 6, '2', '2', true, null],
  ])('%s', (_, changes, day, current, version, complete, note) => {
    const then = replay(changes, t0 + day * dayMs, current)
    expect([then.version, then.complete]).toEqual([version, complete])
    expect(then.notes.join(' ')).toMatch(note ?? /^$/)
  })

  it('says since when and until when', () => {
    expect(replay(history, t0 + 25 * dayMs)).toMatchObject({ since: t0 + 20 * dayMs, until: t0 + 30 * dayMs })
  })
})

describe('lists of decisions', () => {
  it('join to one a model and id, newest first, an open intent before its record', () => {
    const done = change(1, '1', '2')
    const open = { ...done, status: 'intended' } as const
    const elsewhere = { ...done, model: { source: 'mlflow', name: 'churn' } }
    const later = change(2, '2', '3')
    expect(mergeChanges([done, later], [open], [elsewhere, later])).toEqual([later, open, elsewhere])
  })
})

describe('export', () => {
  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ['+1', `"'+1"`],
    ['-1', `"'-1"`],
    ['@SUM(A1)', `"'@SUM(A1)"`],
    ['  =1', `"'  =1"`],
    ['\t=1', `"'\t=1"`],
    ['two\nlines, and "quotes"', '"two\nlines, and ""quotes"""'],
    ['a = b - c', 'a = b - c'],
    ['', ''],
  ])('a cell %j', (text, cell) => {
    expect(toCsv([[text]])).toBe(`${cell}\r\n`)
  })

  it('has a row a decision under a header, and the same in JSON as in the tag', () => {
    const one = change(0, '1', '2', { checks: [['f1', 'pass', '0.9', '≥ 0.8']], reason: '=cmd()' })
    const [header, row] = changeRows([one])
    expect(header).toHaveLength(row?.length ?? 0)
    expect(row).toContain('f1: pass (0.9; ≥ 0.8)')
    expect(toCsv([row ?? []])).toContain(`"'=cmd()"`)
    expect(JSON.parse(toJson([one]))).toEqual([
      { source: 'mlflow', model: 'fraud', version: '2', ...changeRecord(one) },
    ])
  })
})
