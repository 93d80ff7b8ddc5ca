import { describe, expect, it } from 'vitest'
import type { Change } from '@/domain/change'
import type { Intent } from './index'
import {
  AnnotationError,
  changesOf,
  checkTag,
  commentsOf,
  encodeChange,
  encodeComment,
  encodeIntent,
  encodePolicy,
  encodeRequest,
  intentsOf,
  intentTag,
  lifecycleOf,
  modelAnnotationsOf,
  requestsOf,
} from './index'

const id = '01HNZXD07M5CEN5XA66EMZSRZ0'
const at = Date.parse('2026-03-01T09:00:00.123Z')
const change: Change = {
  id,
  action: 'promote',
  status: 'done',
  actor: 'Ana "the boss" 🚀',
  actorKind: 'authenticated',
  at,
  reason: 'line one\nline <two>',
  from: '12',
  to: '13',
  checks: [['f1', 'pass', '0.92', '≥ 0.85']],
  overrides: ['docs: later'],
}

describe('the lifecycle of a version', () => {
  it.each([
    [{}, { state: 'active', sunset: null, replacement: null, reason: null }, []],
    [
      { 'modeldeck.lifecycle': 'deprecated', 'modeldeck.sunset': '2026-12-31', 'modeldeck.replacement': 'other/4', 'modeldeck.reason': 'old' },
      { state: 'deprecated', sunset: '2026-12-31', replacement: 'other/4', reason: 'old' },
      [],
    ],
    [
      { 'modeldeck.lifecycle': 'active', 'modeldeck.sunset': '', 'modeldeck.reason': '' },
      { state: 'active', sunset: null, replacement: null, reason: null },
      [],
    ],
    [{ 'modeldeck.lifecycle': 'Deprecated' }, { state: 'active' }, ['modeldeck.lifecycle']],
    [{ 'modeldeck.lifecycle': 'deprecated', 'modeldeck.sunset': '2026-02-31' }, { state: 'deprecated', sunset: null }, ['modeldeck.sunset']],
    [{ 'modeldeck.sunset': 'soon' }, { sunset: null }, ['modeldeck.sunset']],
    [{ 'modeldeck.replacement': 'a/b/c' }, { replacement: null }, ['modeldeck.replacement']],
  ])('%j', (tags, lifecycle, problems) => {
    const read = lifecycleOf(tags)
    expect(read.lifecycle).toMatchObject(lifecycle)
    expect(read.problems.map((p) => p.field)).toEqual(problems)
  })
})

describe('the tags of a model', () => {
  it('reads them all', () => {
    const policy = { thresholds: { f1: { warn: 0.85, for: '10m' } }, gates: { tests: 'required' }, slo: { window: '30d' } } as const
    expect(
      modelAnnotationsOf({
        'modeldeck.owner': ' risk-team ',
        'modeldeck.task': 'classification',
        'modeldeck.kind': 'batch',
        'modeldeck.serving': '{"model":"x"}',
        'modeldeck.policy': encodePolicy(policy),
        'modeldeck.pending': 'yes',
      }),
    ).toEqual({
      owner: 'risk-team',
      task: 'classification',
      servingKind: 'batch',
      serving: '{"model":"x"}',
      policy,
      pending: true,
      problems: [],
    })
  })

  it.each([
    ['modeldeck.kind', 'nightly', /not one of real-time/],
    ['modeldeck.pending', 'maybe', /neither yes nor no/],
    ['modeldeck.policy', '{', /is not JSON/],
    ['modeldeck.policy', '{"gates":{"tests":"must"}}', /gates\.tests/],
    ['modeldeck.policy', '{"thresholds":{"f1":{"for":"ten minutes"}}}', /thresholds\.f1\.for: must be a duration/],
    ['modeldeck.policy', '{"gate":{}}', /gate is not a setting/],
    ['modeldeck.policy', '{"slo":{"availability":1}}', /slo\.availability: must be below 1/],
  ])('%s = %s is named and not applied', (tag, value, message) => {
    const read = modelAnnotationsOf({ [tag]: value })
    expect(read).toMatchObject({ owner: null, servingKind: null, policy: null, pending: false })
    expect(read.problems).toEqual([{ field: tag, message: expect.stringMatching(message) }])
  })
})

describe('decision records', () => {
  it('come back as they were written', () => {
    const ended = { ...change, endedBy: { name: 'ben', kind: 'self-declared', at: at + 1 } } as const
    const tags = { [`modeldeck.change.${id}`]: encodeChange(ended), team: 'risk' }
    expect(changesOf(tags)).toEqual({ changes: [ended], problems: [] })
    expect(JSON.parse(tags[`modeldeck.change.${id}`])).toMatchObject({ at: '2026-03-01T09:00:00.123Z', from: '12', to: '13' })
  })

  it('of other tools may leave out what is optional, and write numbers', () => {
    const text = JSON.stringify({
      id,
      action: 'rollback',
      status: 'done',
      actor: 'script',
      actorKind: 'self-declared',
      at: '2026-03-01T10:00:00+01:00',
      to: 3,
      checks: [['f1', 'pass', 0.92, 0.85]],
    })
    expect(changesOf({ [`modeldeck.change.${id}`]: text }).changes).toEqual([
      {
        id,
        action: 'rollback',
        status: 'done',
        actor: 'script',
        actorKind: 'self-declared',
        at: Date.parse('2026-03-01T09:00:00Z'),
        reason: '',
        from: null,
        to: '3',
        checks: [['f1', 'pass', '0.92', '0.85']],
        overrides: [],
      },
    ])
  })

  it.each([
    ['not JSON', '{', /is not JSON/],
    ['no object', '[]', /must be object/],
    ['an unknown action', { ...change, action: 'delete', at: '2026-03-01T09:00:00Z' }, /action: must be "promote"/],
    ['an intent where a record stands', { ...change, status: 'intended', at: '2026-03-01T09:00:00Z' }, /status: must be "done"/],
    ['no time', { ...change, at: undefined }, /at: must be string/],
    ['a time without a zone', { ...change, at: '2026-03-01T09:00:00' }, /at: must be an ISO time/],
    ['a time that is none', { ...change, at: '2026-13-01T09:00:00Z' }, /at: must be an ISO time/],
    ['another id than its tag', { ...change, at: '2026-03-01T09:00:00Z', id: '01HNZXD07M5CEN5XA66EMZSRZ1' }, /another id/],
    ['an id that is none', { ...change, at: '2026-03-01T09:00:00Z', id: 'x' }, /id: must be a ULID/],
  ])('with %s are problems under their tag’s name', (_, value, message) => {
    const text = typeof value === 'string' ? value : JSON.stringify(value)
    const read = changesOf({ [`modeldeck.change.${id}`]: text })
    expect(read.changes).toEqual([])
    expect(read.problems).toEqual([{ field: `modeldeck.change.${id}`, message: expect.stringMatching(message) }])
  })

  it('that do not fit are refused, not cut', () => {
    expect(() => encodeChange({ ...change, reason: 'x'.repeat(5000) })).toThrow(AnnotationError)
    expect(() => checkTag('x'.repeat(5001), 'The note')).toThrow('The note is 5001 characters long as the registry would store it; at most 5000 fit. Shorten it by 1.')
    expect(checkTag('x'.repeat(5000), 'The note')).toHaveLength(5000)
  })
})

describe('intents', () => {
  const intent: Omit<Intent, 'tag' | 'raw'> = {
    change: { ...change, status: 'intended' },
    version: '13',
    plan: {},
    undo: { alias: '12', stage: null },
    takenBy: { id, how: 'revert', by: { name: 'ben', kind: 'authenticated' }, at },
  }

  it('come back as they were written, smallest id first', () => {
    const other = '01HNZXD07M5CEN5XA66EMZSRZ1'
    const raw = encodeIntent(intent)
    const later = encodeIntent({ ...intent, change: { ...intent.change, id: other }, takenBy: null })
    const read = intentsOf({ [intentTag(other)]: later, [intentTag(id)]: raw })
    expect(read.intents.map((i) => i.change.id)).toEqual([id, other])
    expect(read.intents[0]).toEqual({ ...intent, tag: intentTag(id), raw })
  })

  it.each([
    ['mine', '{}', null],
    [id.toLowerCase(), '{}', null],
    [id, 'null', id],
    [id, encodeIntent({ ...intent, change: { ...intent.change, id: '01HNZXD07M5CEN5XA66EMZSRZ1' } }), id],
  ])('that cannot be read are listed with their tag: %s', (suffix, raw, known) => {
    const read = intentsOf({ [intentTag(suffix)]: raw })
    expect(read.intents).toEqual([])
    expect(read.unreadable).toEqual([{ tag: intentTag(suffix), id: known }])
    expect(read.problems.map((p) => p.field)).toEqual([intentTag(suffix)])
  })
})

describe('requests and comments', () => {
  const request = {
    id,
    status: 'approved',
    requester: { name: 'ana', kind: 'authenticated' },
    at,
    reason: 'better recall',
    decidedBy: { name: 'ben', kind: 'self-declared', at: at + 1, reason: 'agreed' },
    change: null,
  } as const
  const comment = { id, request: id, author: { name: 'ben', kind: 'self-declared' }, at, text: '<b>why?</b>' } as const

  it('come back as they were written', () => {
    const [r, c] = [encodeRequest(request), encodeComment(comment)]
    const tags = { [r.key]: r.value, [c.key]: c.value }
    expect(requestsOf(tags)).toEqual({ requests: [request], problems: [] })
    expect(commentsOf(tags)).toEqual({ comments: [comment], problems: [] })
  })

  it('that cannot be read are problems', () => {
    const tags = { 'modeldeck.request.x': '{}', [`modeldeck.comment.${id}.y`]: encodeComment(comment).value }
    expect(requestsOf(tags).problems.map((p) => p.field)).toEqual(['modeldeck.request.x'])
    expect(commentsOf(tags)).toMatchObject({ comments: [], problems: [{ message: 'This comment names another id.' }] })
  })
})
