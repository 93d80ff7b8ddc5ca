import { describe, expect, it } from 'vitest'
import type { AlertSource } from '@/ports/alerts'
import { SourceError } from '@/ports/sourceError'
import { createAlertmanager } from './index'
import recorded from './recorded/alertmanager.json'

const now = Date.parse('2026-11-24T12:00:00Z')
const baseUrl = '/proxy/alertmanager'

interface Answer {
  status?: number
  body?: unknown
  /** As the browser sees a refused preflight, or a dead server. */
  dead?: boolean
}

interface Call {
  method: string
  path: string
  body: unknown
}

/** The adapter over answers by `METHOD path`; what it sent is kept. */
function over(answers: Readonly<Record<string, Answer | readonly Answer[]>>, options: { readOnly?: boolean } = {}): { source: AlertSource; sent: Call[] } {
  const sent: Call[] = []
  const counts = new Map<string, number>()
  const source = createAlertmanager({
    id: 'alertmanager',
    baseUrl,
    readOnly: options.readOnly ?? false,
    clock: { now: () => now },
    join: () => Promise.resolve(() => ({ find: () => [], notes: [] })),
    fetch(input, init) {
      const path = (input instanceof Request ? input.url : input.toString()).slice(baseUrl.length)
      const method = init?.method ?? 'GET'
      const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : null
      sent.push({ method, path, body })
      const key = `${method} ${path}`
      const given = [answers[key] ?? { status: 404, body: { code: 404, message: `path ${path} was not found` } }].flat()
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      const { status = 200, body: text, dead = false } = given[Math.min(count, given.length - 1)] ?? {}
      if (dead) return Promise.reject(new TypeError('Failed to fetch'))
      return Promise.resolve(new Response(text === undefined ? '' : typeof text === 'string' ? text : JSON.stringify(text), { status, headers: { 'Content-Type': 'application/json' } }))
    },
  })
  return { source, sent }
}

function answerNamed(name: string): Answer {
  const { status, body } = recorded.find((one) => one.name === name) ?? { status: 0, body: '' }
  return { status, body }
}

const id = '9d1a2e09-3a5c-4070-a9e9-f506df4ad75f'
const one = (change: Record<string, unknown> = {}) => ({
  id,
  status: { state: 'active' },
  updatedAt: '2026-11-24T10:00:00.000Z',
  comment: 'why',
  createdBy: 'helen',
  startsAt: '2026-11-24T10:00:00.000Z',
  endsAt: '2026-11-25T10:00:00.000Z',
  matchers: [{ name: 'alertname', value: 'A', isRegex: false, isEqual: true }],
  ...change,
})
const ended = one({ status: { state: 'expired' }, endsAt: '2026-11-24T12:00:00.000Z' })

describe('what a real Alertmanager answered', () => {
  it('names its version', async () => {
    const { source } = over({ 'GET /api/v2/status': answerNamed('status') })
    expect(await source.info()).toMatchObject({ product: 'Alertmanager', version: '0.25.0', capabilities: ['alerts', 'silences'] })
  })

  it('lists alerts: active, silenced, inhibited, and one that has no name', async () => {
    const { source } = over({ 'GET /api/v2/alerts': answerNamed('alerts') })
    const { alerts, notes } = await source.listAlerts()
    expect(notes).toEqual([])
    expect(Object.fromEntries(alerts.map(({ name, state, severity, silencedBy, inhibitions, graphUrl }) => [name, [state, severity, silencedBy.length, inhibitions, graphUrl]]))).toEqual({
      HighErrorRatio: ['firing', 'critical', 0, 0, 'http://prometheus:9090/graph?g0.expr=up'],
      ElevatedErrorRatio: ['suppressed', 'warning', 0, 1, null],
      RecallLow: ['suppressed', 'warning', 1, 0, null],
      unnamed: ['firing', null, 0, 0, null],
    })
  })

  it('lists silences with who, why and until when', async () => {
    const { source } = over({ 'GET /api/v2/silences': answerNamed('silences') })
    expect(await source.listSilences()).toEqual([
      expect.objectContaining({ source: 'alertmanager', state: 'active', createdBy: 'helen.osei', endsAt: Date.UTC(2100, 0, 1), matchers: [{ name: 'alertname', value: 'RecallLow', isRegex: false, isEqual: true }] }),
    ])
  })

  it.each([
    ['end in the past', 'rejected', "end time can't be in the past"],
    ['no matcher', 'rejected', '612: matchers in body should have at least 1 items'],
    ['unknown id posted', 'not-found', 'silence not found'],
    ['wrong content type', 'rejected', 'unsupported media type'],
  ])('refuses in its own words: %s', async (name, kind, words) => {
    const { source } = over({ 'POST /api/v2/silences': answerNamed(name) })
    const asked = source.silence({ matchers: { a: 'b' }, durationMs: 1, reason: 'r', actor: { name: 'n', kind: 'self-declared' } })
    await expect(asked).rejects.toMatchObject({ kind, message: expect.stringContaining(words) })
  })
})

describe('answers that do not fit', () => {
  it('leave one alert out and say so, instead of failing', async () => {
    const body = [{ labels: { alertname: 'A', n: 5 }, startsAt: 'never', status: null }, { labels: null }, {}, { labels: { alertname: 'B' }, generatorURL: 'javascript:alert(1)', startsAt: '0001-01-01T00:00:00Z' }]
    const { alerts, notes } = await over({ 'GET /api/v2/alerts': { body } }).source.listAlerts()
    expect(alerts.map(({ name, state, since, labels, graphUrl }) => [name, state, since, labels, graphUrl])).toEqual([
      ['A', 'firing', null, { alertname: 'A' }, null],
      ['B', 'firing', null, { alertname: 'B' }, null],
    ])
    expect(notes).toEqual(['2 alerts of alertmanager could not be read and are left out.'])
  })

  it.each([
    ['an object where a list belongs', { body: {} }, 'invalid-response'],
    ['HTML', { body: '<!doctype html><title>Sign in</title>' }, 'invalid-response'],
    ['nothing', { body: '' }, 'invalid-response'],
    ['401', { status: 401, body: 'Unauthorized' }, 'unauthenticated'],
    ['500', { status: 500, body: '"open data: no space left"' }, 'server'],
    ['no answer', { dead: true }, 'unreachable'],
  ])('%s', async (_, answer, kind) => {
    const asked = over({ 'GET /api/v2/alerts': answer }).source.listAlerts()
    await expect(asked).rejects.toBeInstanceOf(SourceError)
    await expect(asked).rejects.toMatchObject({ kind, source: 'alertmanager' })
  })

  it('take a silence of a server that knows no negative matchers', async () => {
    const body = [one({ matchers: [{ name: 'a', value: 'b', isRegex: true }] })]
    expect((await over({ 'GET /api/v2/silences': { body } }).source.listSilences())[0]?.matchers).toEqual([{ name: 'a', value: 'b', isRegex: true, isEqual: true }])
  })
})

describe('silencing', () => {
  const draft = { matchers: { alertname: 'A', model: 'm' }, durationMs: 3_600_000, reason: 'why', actor: { name: 'helen', kind: 'authenticated' } } as const

  it('starts at once, whatever this clock says, and is read back', async () => {
    const { source, sent } = over({ 'POST /api/v2/silences': { body: { silenceID: id } }, [`GET /api/v2/silence/${id}`]: { body: one() } })
    expect(await source.silence(draft)).toMatchObject({ id, state: 'active' })
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'GET'])
    expect(sent[0]?.body).toEqual({
      matchers: [
        { name: 'alertname', value: 'A', isRegex: false, isEqual: true },
        { name: 'model', value: 'm', isRegex: false, isEqual: true },
      ],
      startsAt: '2026-11-24T11:50:00.000Z',
      endsAt: '2026-11-24T13:00:00.000Z',
      createdBy: 'helen',
      comment: 'why',
    })
  })

  it('is refused where config.json lets nobody write', async () => {
    const { source, sent } = over({}, { readOnly: true })
    expect(source.silences).toBe('read')
    for (const refused of [source.silence(draft), source.unsilence(id)]) await expect(refused).rejects.toMatchObject({ kind: 'denied' })
    expect(sent).toEqual([])
  })
})

function methods(sent: readonly Call[]): string[] {
  return sent.map(({ method }) => method)
}

describe('ending a silence', () => {
  const path = `/api/v2/silence/${id}`

  it('deletes it and reads back', async () => {
    const { source, sent } = over({ [`GET ${path}`]: [{ body: one() }, { body: ended }], [`DELETE ${path}`]: {} })
    expect(await source.unsilence(id)).toMatchObject({ id, state: 'expired' })
    expect(methods(sent)).toEqual(['GET', 'DELETE', 'GET'])
  })

  it.each([
    ['the browser refuses the preflight', { dead: true }],
    ['a proxy lets no DELETE pass', { status: 405, body: '<html>Not Allowed</html>' }],
    ['a proxy forbids it', { status: 403, body: 'Forbidden' }],
  ])('cuts it short where %s', async (_, refusal) => {
    const { source, sent } = over({ [`GET ${path}`]: { body: one() }, [`DELETE ${path}`]: refusal, 'POST /api/v2/silences': { body: { silenceID: id } } })
    await source.unsilence(id)
    expect(methods(sent)).toEqual(['GET', 'DELETE', 'POST', 'GET'])
    const { status: _status, updatedAt: _updatedAt, ...same } = one()
    expect(sent[2]?.body).toEqual({ ...same, endsAt: '2026-11-24T12:00:02.000Z' })
  })

  it('tries a later end where the server’s clock goes before this one', async () => {
    const { source, sent } = over({
      [`GET ${path}`]: { body: one() },
      [`DELETE ${path}`]: { dead: true },
      'POST /api/v2/silences': [answerNamed('end in the past'), { body: { silenceID: id } }],
    })
    await source.unsilence(id)
    expect(sent[3]?.body).toMatchObject({ endsAt: '2026-11-24T12:02:00.000Z' })
  })

  it('fails where nothing answers', async () => {
    const { source } = over({ [`GET ${path}`]: { body: one() }, [`DELETE ${path}`]: { dead: true }, 'POST /api/v2/silences': { dead: true } })
    await expect(source.unsilence(id)).rejects.toMatchObject({ kind: 'unreachable' })
  })

  it('is content where somebody else was quicker', async () => {
    const gone = over({ [`GET ${path}`]: { body: ended } })
    expect(await gone.source.unsilence(id)).toMatchObject({ state: 'expired' })
    expect(methods(gone.sent)).toEqual(['GET'])
    const between = over({ [`GET ${path}`]: [{ body: one() }, { body: ended }], [`DELETE ${path}`]: answerNamed('unknown silence ended') })
    expect(await between.source.unsilence(id)).toMatchObject({ state: 'expired' })
  })
})
