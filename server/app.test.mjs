import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { script, testBuild } from './testBuild.mjs'
import { ask, closeAll, modeldeck } from './testServers.mjs'

const { dist, remove } = testBuild()
afterEach(closeAll)
afterAll(remove)

const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8', 'sec-fetch-dest': 'document' }

describe('the app', () => {
  it.each([
    ['/', html],
    ['/index.html', html],
    ['/models', html],
    ['/models/mlflow/fraud.v2', html],
    ['/models/mlflow/a%2Fb/versions/3?range=6h', html],
    ['/models', {}],
  ])('answers %s with its page', async (path, headers) => {
    const port = await modeldeck({}, dist)
    const answer = await ask(port, path, { headers })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toMatch(/^text\/html/)
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.text).toContain('<base href="/" />')
  })

  it.each([
    ['/assets/gone-ffff.js', { accept: '*/*', 'sec-fetch-dest': 'script' }],
    ['/assets/gone-ffff.js', html],
    ['/models', { accept: '*/*', 'sec-fetch-dest': 'empty' }],
    ['/missing.js', {}],
    ['/models', { accept: 'application/json' }],
  ])('answers %s %j with 404', async (path, headers) => {
    const port = await modeldeck({}, dist)
    const answer = await ask(port, path, { headers })
    expect(answer.status).toBe(404)
    expect(answer.text).not.toContain('<')
  })

  it('stands below a base path', async () => {
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: 'http://127.0.0.1:9' }, dist, { base: '/deck/' })
    const page = await ask(port, '/deck/models', { headers: html })
    expect(page.text).toContain('<base href="/deck/" />')
    expect((await ask(port, '/deck/', { headers: html })).text).toContain('<base href="/deck/" />')
    expect((await ask(port, '/deck/assets/index-a1b2.js')).text).toBe(script)
    expect(JSON.parse((await ask(port, '/deck/config.json')).text).sources[0].url).toBe('/deck/proxy/mlflow')
    expect((await ask(port, '/deck/proxy/mlflow/health')).status).toBe(502)
    expect((await ask(port, '/')).headers.location).toBe('/deck/')
    expect((await ask(port, '/assets/index-a1b2.js')).status).toBe(404)
  })
})

describe('headers', () => {
  it('have the whole policy on every answer, with the origins that the browser calls', async () => {
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: 'http://registry:5000', MODELDECK_PROXY: 'off' }, dist)
    for (const path of ['/', '/config.json', '/assets/index-a1b2.js', '/nothing.js']) {
      const { headers } = await ask(port, path)
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
          "worker-src 'self'; connect-src 'self' http://registry:5000; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
      )
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'permissions-policy': expect.stringContaining('camera=()'),
      })
    }
  })

  it.each([
    [{ host: 'modeldeck.test' }, undefined],
    [{ host: 'modeldeck.test', 'x-forwarded-proto': 'https' }, 'same-origin'],
    [{ host: '127.0.0.1:4173' }, 'same-origin'],
  ])('isolate the window where a browser accepts it: %j', async (headers, policy) => {
    const port = await modeldeck({}, dist)
    expect((await ask(port, '/', { headers })).headers['cross-origin-opener-policy']).toBe(policy)
  })

  it('name no origin when everything goes through the proxy', async () => {
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: 'http://registry:5000' }, dist)
    expect((await ask(port, '/')).headers['content-security-policy']).toContain("connect-src 'self';")
  })
})

describe('files', () => {
  it.each([
    ['br, gzip', 'br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['identity', undefined, (/** @type {Buffer} */ body) => body],
  ])('come for "%s" in %s', async (accepted, encoding, decode) => {
    const port = await modeldeck({}, dist)
    const answer = await ask(port, '/assets/index-a1b2.js', { headers: { 'accept-encoding': accepted } })
    expect(answer.headers['content-encoding']).toBe(encoding)
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-type']).toMatch(/javascript/)
    expect(answer.headers.vary).toBe('Accept-Encoding')
    expect(decode(answer.body).toString()).toBe(script)
  })

  it.each(['/theme.js', '/', '/config.json', '/assets/index-a1b2.js'])('%s is not sent twice', async (path) => {
    const port = await modeldeck({}, dist)
    const first = await ask(port, path)
    const again = await ask(port, path, { headers: { 'if-none-match': first.headers.etag ?? 'none' } })
    expect(again.status).toBe(304)
    expect(again.body.length).toBe(0)
  })

  it('have to be asked for again unless they are named by content', async () => {
    const port = await modeldeck({}, dist)
    expect((await ask(port, '/theme.js')).headers['cache-control']).toBe('no-cache')
  })

  it.each(['/../../package.json', '/assets/../../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd', '/assets/..\\..\\x', '//etc/passwd', '/%00', '/assets'])(
    'outside of the build are not found: %s',
    async (path) => {
      const port = await modeldeck({}, dist)
      const answer = await ask(port, path, { headers: { accept: '*/*', 'sec-fetch-dest': 'empty' } })
      expect([400, 404]).toContain(answer.status)
      expect(answer.text).not.toMatch(/root:|"name"/)
    },
  )

  it('config.json is the generated one, not the one of the build', async () => {
    const port = await modeldeck({}, dist)
    expect(JSON.parse((await ask(port, '/config.json')).text)).toEqual({ title: 'Modeldeck', demo: 'only', sources: [] })
  })
})

describe('on loopback', () => {
  it.each(['localhost:4173', '127.0.0.1:1', '[::1]:4173', 'modeldeck.test', 'workstation:4173', 'box.internal', 'deck.example.com'])(
    'answers to the name %s',
    async (host) => {
      const port = await modeldeck({}, dist, { hosts: ['deck.example.com'] })
      expect((await ask(port, '/', { headers: { host } })).status).toBe(200)
    },
  )

  it('refuses a public name that somebody else may have pointed here, and says how to allow it', async () => {
    const port = await modeldeck({}, dist)
    const answer = await ask(port, '/config.json', { headers: { host: 'rebound.example.com:4173' } })
    expect(answer.status).toBe(421)
    expect(answer.text).toContain('MODELDECK_HOSTS=rebound.example.com')
  })
})
