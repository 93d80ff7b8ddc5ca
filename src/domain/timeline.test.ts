import { describe, expect, test } from 'vitest'
import type { TimelineInput } from './timeline'
import { servingAt, serviceSpans } from './timeline'

type Record = TimelineInput['changes'][number]

const decision = (at: number, from: string | null, to: string, said: Partial<Record> = {}): Record => ({
  id: `id-${at}`,
  action: 'promote',
  status: 'done',
  at,
  from,
  to,
  ...said,
})

/** `version from..to`, with a question mark where uncertain. */
const draw = (changes: Record[], production: string | null, created: { [version: string]: number | null } = {}) =>
  serviceSpans({ changes, production, createdAt: new Map(Object.entries(created)), now: 1000 }).map(
    ({ version, from, to, known }) => `${version} ${from ?? ''}..${to ?? ''}${known ? '' : '?'}`,
  )

describe('who served when', () => {
  test.each<[string, string[], string[]]>([
    ['a complete record', draw([decision(10, null, '1'), decision(20, '1', '2')], '2'), ['1 10..20', '2 20..']],
    ['in any order', draw([decision(20, '1', '2'), decision(10, null, '1')], '2'), ['1 10..20', '2 20..']],
    ['a rollback', draw([decision(10, null, '1'), decision(20, '1', '2'), decision(30, '2', '1', { action: 'rollback' })], '1'), ['1 10..20', '2 20..30', '1 30..']],
    ['before the first record', draw([decision(20, '1', '2')], '2', { 1: 5 }), ['1 5..20?', '2 20..']],
    ['… of a version of unknown age', draw([decision(20, '1', '2')], '2', { 1: null }), ['1 ..20?', '2 20..']],
    ['moved elsewhere in between', draw([decision(10, null, '1'), decision(30, '2', '3')], '3', { 2: 15 }), ['1 10..30?', '2 15..30?', '3 30..']],
    ['… to an older version', draw([decision(10, null, '2'), decision(30, '1', '3')], '3', { 1: 5 }), ['2 10..30?', '1 10..30?', '3 30..']],
    ['removed in between', draw([decision(10, null, '1'), decision(30, null, '2')], '2'), ['1 10..30?', '2 30..']],
    ['moved since the last record', draw([decision(10, null, '1')], '2', { 2: 40 }), ['1 10..1000?', '2 40..?']],
    ['removed since the last record', draw([decision(10, null, '1')], null), ['1 10..1000?']],
    ['no record at all', draw([], '2', { 2: 40 }), ['2 40..?']],
    ['nothing', draw([], null), []],
    ['other decisions do not count', draw([decision(10, null, '1'), decision(20, '1', '2', { status: 'overtaken' }), decision(30, 'active', 'deprecated', { action: 'deprecate' }), decision(40, '1', '3', { status: 'intended' })], '1'), ['1 10..']],
    ['two at the same time follow their ids', draw([decision(10, '1', '2', { id: 'b' }), decision(10, null, '1', { id: 'a' })], '2'), ['1 10..10', '2 10..']],
  ])('%s', (_, drawn, spans) => {
    expect(drawn).toEqual(spans)
  })

  test('what the record lacks is said', () => {
    const spans = serviceSpans({ changes: [decision(10, null, '1')], production: '2', createdAt: new Map(), now: 50 })
    expect(spans.map(({ note }) => note)).toEqual([
      'Version 1 was replaced without a record.',
      'No record says when version 2 went into production.',
    ])
  })
})

test.each([
  [5, []],
  [10, ['1']],
  [29, ['1', '2']],
  [30, ['3']],
  [9999, ['3']],
])('at %d served %j', (at, versions) => {
  const spans = serviceSpans({
    changes: [decision(10, null, '1'), decision(30, '2', '3')],
    production: '3',
    createdAt: new Map([['2', 15]]),
    now: 1000,
  })
  expect(servingAt(spans, at).map(({ version }) => version)).toEqual(versions)
})
