import { once } from 'node:events'
import { createServer, request } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createApp } from './app.mjs'
import { readDeployment } from './deployment.mjs'

/** @type {(() => Promise<unknown>)[]} */
const opened = []

/** For afterEach. */
export async function closeAll() {
  await Promise.all(opened.splice(0).map((close) => close()))
}

/**
 * An HTTP server on a free loopback port, closed by closeAll.
 * @param {import('node:http').RequestListener} listener
 * @returns {Promise<number>} its port
 */
export async function listen(listener) {
  const server = createServer(listener)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  opened.push(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return address.port
}

/**
 * @typedef {object} Received what an upstream saw
 * @property {string} method
 * @property {string} url as it stood in the request line
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {string} body
 */

/**
 * An upstream that keeps what it received and answers as told.
 * @param {(received: Received, response: import('node:http').ServerResponse) => void} [answer]
 */
export async function upstream(answer = (_received, response) => response.end('{}')) {
  /** @type {Received[]} */
  const received = []
  const port = await listen((incoming, response) => {
    let body = ''
    incoming.setEncoding('utf8').on('data', (chunk) => (body += chunk))
    incoming.on('end', () => {
      const one = { method: incoming.method ?? '', url: incoming.url ?? '', headers: incoming.headers, body }
      received.push(one)
      answer(one, response)
    })
  })
  return { url: `http://127.0.0.1:${port}`, port, received }
}

/**
 * Modeldeck's server over the given environment and build.
 * @param {Record<string, string>} env
 * @param {string} dist
 * @param {Partial<Parameters<typeof createApp>[0]>} [options]
 */
export async function modeldeck(env, dist, options = {}) {
  const deployment = readDeployment(env, options.base)
  const app = createApp({ deployment, dist, ...options })
  return listen((incoming, response) => void getRequestListener(app.fetch, { overrideGlobalObjects: false })(incoming, response))
}

/**
 * @typedef {object} Answer
 * @property {number} status
 * @property {import('node:http').IncomingHttpHeaders} headers
 * @property {Buffer} body
 * @property {string} text
 */

/**
 * One request exactly as written: neither its path nor its headers are tidied up, as `fetch` does.
 * @param {number} port
 * @param {string} path
 * @param {{ method?: string, headers?: Record<string, string>, body?: string }} [options]
 * @returns {Promise<Answer>}
 */
export function ask(port, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, (incoming) => {
      /** @type {Buffer[]} */
      const chunks = []
      incoming.on('data', (chunk) => chunks.push(chunk)).on('error', reject)
      incoming.on('end', () => {
        const whole = Buffer.concat(chunks)
        resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body: whole, text: whole.toString() })
      })
    })
    outgoing.on('error', reject).end(body)
  })
}
