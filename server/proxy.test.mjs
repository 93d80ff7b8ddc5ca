import { EventEmitter, once } from 'node:events'
import { request } from 'node:http'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { testBuild } from './testBuild.mjs'
import { ask, closeAll, listen, modeldeck, upstream } from './testServers.mjs'

const { dist, remove } = testBuild()
afterEach(closeAll)
afterAll(remove)

describe('a request', () => {
  it.each([
    ['/proxy/mlflow', '/ml'],
    ['/proxy/mlflow/', '/ml/'],
    ['/proxy/mlflow/api/2.0/mlflow/runs/get?run_id=1&x=%2F%20+', '/ml/api/2.0/mlflow/runs/get?run_id=1&x=%2F%20+'],
    ['/proxy/mlflow/mlflow-artifacts/a%2Fb%20c/%F0%9F%90%99', '/ml/mlflow-artifacts/a%2Fb%20c/%F0%9F%90%99'],
    ['/proxy/mlflow/v1/%25', '/ml/v1/%25'],
  ])('for %s asks the upstream for %s', async (path, asked) => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `${registry.url}/ml/` }, dist)
    expect((await ask(port, path)).status).toBe(200)
    expect(registry.received.map(({ url }) => url)).toEqual([asked])
  })

  it.each([
    '/proxy/mlflow/../secret',
    '/proxy/mlflow/%2e%2e/secret',
    '/proxy/mlflow/..%2fsecret',
    '/proxy/mlflow/a/%2E%2E%2Fsecret',
    '/proxy/mlflow/%252e%252e%252fsecret',
    '/proxy/mlflow/..%5csecret',
    '/proxy/mlflow/a\\..\\secret',
    '/proxy/mlflow@evil.example/',
    '/proxy/http://evil.example/',
    '/proxy//evil.example/',
    '/proxy/%6dlflow/../../secret',
    '/proxy/elsewhere/x',
  ])('does not leave the base: %s', async (path) => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `${registry.url}/ml` }, dist)
    const answer = await ask(port, path, { headers: { accept: 'application/json' } })
    expect([400, 404]).toContain(answer.status)
    expect(registry.received).toEqual([])
  })

  it('in absolute form goes to the configured upstream only', async () => {
    const registry = await upstream()
    const other = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    await ask(port, `${other.url}/proxy/mlflow/health`)
    expect(other.received).toEqual([])
    expect(registry.received.map(({ url }) => url)).toEqual(['/health'])
  })

  it('loses what belongs to this origin and keeps the rest', async () => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    await ask(port, '/proxy/mlflow/api/2.0/mlflow/runs/search', {
      method: 'POST',
      headers: {
        host: 'modeldeck.test',
        origin: 'http://modeldeck.test',
        referer: 'http://modeldeck.test/models?q=secret',
        cookie: 'session=ours',
        'sec-fetch-site': 'same-origin',
        'sec-fetch-mode': 'cors',
        'x-forwarded-for': '10.0.0.1',
        connection: 'close, x-hop',
        'x-hop': '1',
        'content-type': 'application/json',
        'x-mlflow-workspace': 'default',
      },
      body: '{"experiment_ids":["1"]}',
    })
    const [received] = registry.received
    expect(received?.body).toBe('{"experiment_ids":["1"]}')
    expect(received?.headers).toMatchObject({
      host: `127.0.0.1:${registry.port}`,
      'content-type': 'application/json',
      'x-mlflow-workspace': 'default',
      'content-length': '24',
    })
    for (const name of ['origin', 'referer', 'cookie', 'sec-fetch-site', 'x-forwarded-for', 'x-hop', 'transfer-encoding'])
      expect(received?.headers).not.toHaveProperty(name)
  })

  it.each(['PATCH', 'PUT', 'DELETE'])('%s carries its body', async (method) => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    await ask(port, '/proxy/mlflow/x', { method, headers: { 'content-length': '7' }, body: '{"a":1}' })
    expect(registry.received).toEqual([expect.objectContaining({ method, body: '{"a":1}' })])
  })

  it('carries the credentials of the deployment in place of the caller’s', async () => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url, MODELDECK_MLFLOW_AUTH: 'Bearer s3cret' }, dist)
    const answer = await ask(port, '/proxy/mlflow/x', { headers: { authorization: 'Bearer mine' } })
    expect(registry.received[0]?.headers.authorization).toBe('Bearer s3cret')
    expect(JSON.stringify(answer.headers) + answer.text).not.toContain('s3cret')
  })

  it('carries the caller’s own when the deployment has none', async () => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    await ask(port, '/proxy/mlflow/x', { headers: { authorization: 'Bearer mine' } })
    expect(registry.received[0]?.headers.authorization).toBe('Bearer mine')
  })
})

describe('a write', () => {
  const host = 'modeldeck.test:4173'
  it.each([
    [{}],
    [{ origin: `http://${host}` }],
    [{ origin: `https://${host}`, 'sec-fetch-site': 'same-origin' }],
  ])('with %j passes', async (headers) => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    expect((await ask(port, '/proxy/mlflow/x', { method: 'POST', headers: { host, ...headers } })).status).toBe(200)
  })

  it.each([
    [{ origin: 'http://evil.example' }],
    [{ origin: 'http://modeldeck.test:9999' }],
    [{ origin: 'null' }],
    [{ 'sec-fetch-site': 'cross-site' }],
    [{ 'sec-fetch-site': 'same-site' }],
    [{ 'sec-fetch-site': 'none' }],
    [{ origin: `http://${host}`, 'sec-fetch-site': 'cross-site' }],
    [{ origin: 'http://evil.example', 'sec-fetch-site': 'same-origin' }],
  ])('with %j is refused and never arrives', async (headers) => {
    const registry = await upstream()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
      const answer = await ask(port, '/proxy/mlflow/x', { method, headers: { host, ...headers } })
      expect(answer.status).toBe(403)
      expect(JSON.parse(answer.text).error).toBe('cross-origin')
    }
    expect(registry.received).toEqual([])
  })
})

describe('an answer', () => {
  it('cannot open a login, set cookies, grant CORS or run on this origin', async () => {
    const registry = await upstream((_received, response) => {
      response.writeHead(401, {
        'www-authenticate': 'Basic realm="mlflow"',
        'set-cookie': ['a=1', 'b=2'],
        'access-control-allow-origin': '*',
        'content-security-policy': 'default-src *',
        'content-type': 'text/html',
        'content-disposition': 'attachment; filename="x.html"',
        'x-kept': 'yes',
      })
      response.end('<script>alert(1)</script>')
    })
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    const { status, headers, text } = await ask(port, '/proxy/mlflow/x')
    expect(status).toBe(401)
    expect(text).toBe('<script>alert(1)</script>')
    for (const name of ['www-authenticate', 'set-cookie', 'access-control-allow-origin']) expect(headers).not.toHaveProperty(name)
    expect(headers).toMatchObject({
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'content-disposition': 'attachment; filename="x.html"',
      'x-kept': 'yes',
    })
  })

  it('is compressed for the browser whether or not the upstream does', async () => {
    const json = JSON.stringify({ registered_models: Array.from({ length: 200 }, (_, i) => ({ name: `model-${i}` })) })
    const registry = await upstream(({ url }, response) => {
      const zipped = url === '/zipped'
      response.writeHead(200, { 'content-type': 'application/json', ...(zipped && { 'content-encoding': 'gzip' }) })
      response.end(zipped ? gzipSync(json) : json)
    })
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    for (const path of ['/proxy/mlflow/plain', '/proxy/mlflow/zipped']) {
      const answer = await ask(port, path, { headers: { 'accept-encoding': 'gzip' } })
      expect(answer.headers['content-encoding']).toBe('gzip')
      expect(gunzipSync(answer.body).toString()).toBe(json)
      expect((await ask(port, path)).text).toBe(json)
    }
  })

  it('streams: its first part arrives before its last is written', async () => {
    /** @type {import('node:http').ServerResponse | undefined} */
    let held
    const registry = await upstream((_received, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' })
      response.write('first')
      held = response
    })
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: registry.url }, dist)
    const outgoing = request({ host: '127.0.0.1', port, path: '/proxy/mlflow/x', agent: false }).end()
    const [incoming] = await once(outgoing, 'response')
    const [first] = await once(incoming, 'data')
    expect(String(first)).toBe('first')
    held?.end('last')
    const [last] = await once(incoming, 'data')
    expect(String(last)).toBe('last')
  })

  it('is given up upstream when the browser goes away', async () => {
    const given = new EventEmitter()
    const registryPort = await listen((incoming) => {
      incoming.socket.on('close', () => given.emit('up', incoming.url))
      outgoing.destroy()
    })
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `http://127.0.0.1:${registryPort}` }, dist)
    const outgoing = request({ host: '127.0.0.1', port, path: '/proxy/mlflow/slow', agent: false }).on('error', () => undefined)
    outgoing.end()
    expect(await once(given, 'up')).toEqual(['/slow'])
  })

  it.each([
    ['/ml/graph?a=1', 302, '/proxy/mlflow/graph?a=1'],
    ['login', 302, '/proxy/mlflow/login'],
  ])('that redirects to %s stays behind the proxy', async (location, status, to) => {
    const registry = await upstream((_received, response) => response.writeHead(302, { location }).end())
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `${registry.url}/ml` }, dist)
    const answer = await ask(port, '/proxy/mlflow/x')
    expect([answer.status, answer.headers.location]).toEqual([status, to])
  })

  it.each(['https://login.example/authorize?client=1', '/outside', '//evil.example/'])('that redirects to %s is explained', async (location) => {
    const registry = await upstream((_received, response) => response.writeHead(302, { location }).end())
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `${registry.url}/ml` }, dist)
    const answer = await ask(port, '/proxy/mlflow/x')
    expect(answer.status).toBe(502)
    expect(JSON.parse(answer.text)).toMatchObject({ error: 'redirected', message: expect.stringContaining('redirects to') })
  })

  it('of nobody is 502 in words', async () => {
    const registry = await upstream()
    await closeAll()
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `${registry.url}/ml` }, dist)
    const answer = await ask(port, '/proxy/mlflow/x')
    expect(answer.status).toBe(502)
    expect(JSON.parse(answer.text)).toEqual({
      error: 'unreachable',
      source: 'mlflow',
      message: `mlflow at ${registry.url}/ml cannot be reached: connect ECONNREFUSED 127.0.0.1:${registry.port}.`,
    })
  })

  it('that does not come in time is 504 in words', async () => {
    const registryPort = await listen(() => undefined)
    const port = await modeldeck({ MODELDECK_MLFLOW_URL: `http://127.0.0.1:${registryPort}` }, dist, { timeoutMs: 50 })
    const answer = await ask(port, '/proxy/mlflow/x')
    expect(answer.status).toBe(504)
    expect(JSON.parse(answer.text).message).toContain('did not answer within 0.05 s')
  })
})
