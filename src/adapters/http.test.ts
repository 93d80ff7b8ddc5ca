import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { SourceError } from '@/ports/sourceError'
import { createHttp } from './http'
import type { HttpOptions, HttpRequest } from './http'

const list = z.object({ items: z.array(z.object({ name: z.string(), value: z.union([z.number(), z.null()]) })) })
const serverErrorSchema = z.object({ error_code: z.string(), message: z.string() })
const get: HttpRequest = { method: 'GET', path: '/api/items' }

function http(answer: (url: string, init: RequestInit) => Response | Promise<Response>, more: Partial<HttpOptions> = {}) {
  return createHttp({
    source: 'reg',
    product: 'MLflow',
    baseUrl: '/proxy/reg/',
    readError: (body) => {
      const said = z.safeParse(serverErrorSchema, body).data
      return said === undefined ? null : { code: said.error_code, message: said.message }
    },
    ...more,
    fetch: async (input, init) => answer(input instanceof Request ? input.url : String(input), init ?? {}),
  })
}

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  const error: unknown = await promise.then(
    () => expect.unreachable('it should have failed'),
    (reason: unknown) => reason,
  )
  if (!(error instanceof SourceError)) throw new Error('another error', { cause: error })
  return error
}

it('gives the bytes of a file as they came, and a refusal in words', async () => {
  const bytes = new Uint8Array([0, 159, 146, 150])
  const blob = await http(() => new Response(bytes)).blob(get)
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes)
  const refused = http(() => Response.json({ error_code: 'PERMISSION_DENIED', message: 'no' }, { status: 403 })).blob(get)
  expect(await failure(refused)).toMatchObject({ kind: 'denied', code: 'PERMISSION_DENIED' })
})

describe('a request', () => {
  it('is addressed, typed and kept to this origin’s cookies', async () => {
    const sent: [string, RequestInit][] = []
    const api = http(
      (...call) => {
        sent.push(call)
        return Response.json({ items: [] })
      },
      { headers: { 'X-Workspace': 'a' } },
    )
    await api.json(list, { ...get, query: { q: "name='a&b'", n: 2, k: ['x', 'y'], none: undefined } })
    await api.json(list, { method: 'POST', path: '/api', json: { a: [1] } })
    await api.json(list, { method: 'POST', path: '/api', form: { query: 'up{a="b"}', m: ['1', '2'] } })

    expect(sent.map(([url]) => url)).toEqual([
      '/proxy/reg/api/items?q=name%3D%27a%26b%27&n=2&k=x&k=y',
      '/proxy/reg/api',
      '/proxy/reg/api',
    ])
    expect(sent.map(([, init]) => init.body)).toEqual([
      undefined,
      '{"a":[1]}',
      'query=up%7Ba%3D%22b%22%7D&m=1&m=2',
    ])
    expect(sent.map(([, init]) => init.headers)).toEqual([
      { Accept: 'application/json', 'X-Workspace': 'a' },
      { Accept: 'application/json', 'X-Workspace': 'a', 'Content-Type': 'application/json' },
      { Accept: 'application/json', 'X-Workspace': 'a', 'Content-Type': 'application/x-www-form-urlencoded' },
    ])
    expect(sent.every(([, init]) => init.credentials === 'same-origin')).toBe(true)
  })
})

describe('an answer', () => {
  it.each([
    ['bare NaN', '{"items":[{"name":"x NaN \\" Infinity","value":NaN}]}', 'NaN'],
    ['bare infinity', '{"items":[{"name":"x NaN \\" Infinity","value":-Infinity}]}', '-Infinity'],
  ])('keeps %s as a string', async (_, body, value) => {
    const schema = z.object({ items: z.array(z.object({ name: z.string(), value: z.string() })) })
    const answer = await http(() => new Response(body)).json(schema, get)
    expect(answer).toEqual({ items: [{ name: 'x NaN " Infinity', value }] })
  })

  it('is cut off above maxBytes, and read whole below', async () => {
    const api = http(() => new Response('ä'.repeat(1000)))
    expect(await api.text({ ...get, maxBytes: 2000 })).toHaveLength(1000)
    const error = await failure(api.text({ ...get, maxBytes: 1999 }))
    expect(error).toMatchObject({ kind: 'unsupported', message: expect.stringContaining('2 kB') })
  })
})

const hang = (_: string, init: RequestInit) =>
  new Promise<Response>((_resolve, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason))
  })

const html = '<!doctype html><title>Sign in</title>'

describe('a fault', () => {
  it.each([
    { status: 400, body: JSON.stringify({ error_code: 'INVALID_PARAMETER_VALUE', message: 'Invalid filter' }), kind: 'rejected', code: 'INVALID_PARAMETER_VALUE', says: 'Invalid filter' },
    { status: 422, body: 'no such field', kind: 'rejected', code: undefined, says: 'no such field' },
    { status: 401, body: html, kind: 'unauthenticated', code: undefined, says: '401' },
    { status: 403, body: 'Permission denied', kind: 'denied', code: undefined, says: 'Permission denied' },
    { status: 404, body: JSON.stringify({ error_code: 'RESOURCE_DOES_NOT_EXIST', message: 'gone' }), kind: 'not-found', code: 'RESOURCE_DOES_NOT_EXIST', says: 'gone' },
    { status: 404, body: html, kind: 'not-found', code: undefined, says: '404' },
    { status: 405, body: '', kind: 'rejected', code: undefined, says: '405' },
    { status: 408, body: '', kind: 'timeout', code: undefined, says: '408' },
    { status: 409, body: JSON.stringify({ error_code: 'RESOURCE_CONFLICT', message: 'changed' }), kind: 'conflict', code: 'RESOURCE_CONFLICT', says: 'changed' },
    { status: 429, body: '', kind: 'rate-limited', code: undefined, says: '429' },
    { status: 500, body: '{"unexpected":1}', kind: 'server', code: undefined, says: '500' },
    { status: 501, body: '', kind: 'unsupported', code: undefined, says: '501' },
    { status: 503, body: html, kind: 'server', code: undefined, says: '503' },
  ])('$status is $kind, in words', async ({ status, body, kind, code, says }) => {
    const error = await failure(http(() => new Response(body, { status })).json(list, get))
    expect(error).toMatchObject({ kind, status, code, source: 'reg' })
    expect(error.message).toContain(says)
    expect(error.message).toContain('MLflow (reg)')
    expect(error.message).toContain('GET /api/items')
    expect(error.message).not.toContain('<')
    expect(error.advice).toMatch(/\.$|\?$/)
  })

  it.each([
    ['30', undefined, 30_000],
    ['Mon, 24 Nov 2025 12:00:10 GMT', 'Mon, 24 Nov 2025 12:00:00 GMT', 10_000],
    ['soon', undefined, undefined],
  ])('Retry-After %s waits', async (retry, date, ms) => {
    const headers = new Headers({ 'Retry-After': retry, ...(date === undefined ? {} : { Date: date }) })
    const error = await failure(http(() => new Response('', { status: 429, headers })).json(list, get))
    expect(error.retryAfterMs).toBe(ms)
    expect(error.retryable).toBe(true)
  })

  it.each([
    ['HTML', html, 'answered HTML'],
    ['an empty body', '', 'an empty body'],
    ['cut JSON', '{"items":[{"na', 'no JSON: {"items"'],
    ['another shape', '[]', 'unexpected the whole answer: object was expected, array came'],
    ['a wrong type', '{"items":[{"name":"a","value":1},{"name":3,"value":1}]}', 'unexpected items[1].name: string was expected, number came'],
    ['a missing field', '{}', 'unexpected items: array was expected, nothing came'],
    ['a null', '{"items":[{"name":null,"value":1}]}', 'items[0].name: string was expected, null came'],
    ['no option of a union', '{"items":[{"name":"a","value":"1"}]}', 'items[0].value: number was expected, string came'],
  ])('%s in a 200 is an invalid response', async (_, body, says) => {
    const error = await failure(http(() => new Response(body)).json(list, get))
    expect(error.kind).toBe('invalid-response')
    expect(error.message).toContain(says)
    expect(error.advice).toContain('address')
    expect(error.retryable).toBe(false)
  })

  it('no answer at all names a dead server, CORS and mixed content', async () => {
    const cause = new TypeError('Failed to fetch')
    const error = await failure(http(() => Promise.reject(cause)).json(list, get))
    expect(error).toMatchObject({ kind: 'unreachable', cause, retryable: true })
    expect(error.advice).toMatch(/runs.*CORS.*https/)
  })

  it('a connection lost within the body is unreachable', async () => {
    const torn = new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) })
    expect((await failure(http(() => new Response(torn)).json(list, get))).kind).toBe('unreachable')
  })

  it('no answer in time is a timeout', async () => {
    const error = await failure(http(hang, { timeoutMs: 20 }).json(list, get))
    expect(error).toMatchObject({ kind: 'timeout', message: expect.stringContaining('within 0.02 s') })
  })

  it('aborting rejects with the caller’s own reason', async () => {
    const reason = new Error('left the page')
    const control = new AbortController()
    const asked = http(hang).json(list, { ...get, signal: control.signal })
    control.abort(reason)
    await expect(asked).rejects.toBe(reason)
    const never = http(() => expect.unreachable('nothing is sent once aborted'))
    await expect(never.text({ ...get, signal: control.signal })).rejects.toBe(reason)
  })
})

it.each([
  [502, 'unreachable', 'unreachable', 'Check that MLflow runs at the address that the proxy was given.'],
  [504, 'timeout', 'timeout', 'Check that MLflow runs at the address that the proxy was given.'],
  [502, 'redirected', 'invalid-response', 'Check the address of this source in config.json and in the proxy.'],
  [404, 'unknown-source', 'not-found', 'Check the address of this source in config.json and in the proxy.'],
])('takes the word of its own proxy: %i %s', async (status, error, kind, advice) => {
  const answer = () => Response.json({ error, source: 'reg', message: 'reg at http://127.0.0.1:5000/ cannot be reached.' }, { status })
  const found = await failure(http(answer).json(list, get))
  expect(found).toMatchObject({ kind, advice, status })
  expect(found.message).toContain('cannot be reached')
})
