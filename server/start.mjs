import { once } from 'node:events'
import { isIP } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.mjs'
import { StartError, readDeployment } from './deployment.mjs'

/**
 * Starts the server as the environment says: `PORT` (4173), `HOST` (loopback), `BASE` (the path that the app is
 * served under), `MODELDECK_HOSTS` (public names, comma-separated), and the sources of readDeployment.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} dist folder of the build
 * @returns {Promise<{ url: string, lines: string[], close: () => Promise<void> }>} lines: what is served, for people
 * @throws {StartError}
 */
export async function start(env, dist) {
  const base = readBase(env['BASE'])
  const port = readPort(env['PORT'])
  const host = env['HOST'] || '127.0.0.1'
  const names = env['MODELDECK_HOSTS'] || ''
  const deployment = readDeployment(env, base)
  const hosts = isLoopback(host) || names !== '' ? names.toLowerCase().split(/[\s,]+/).filter(Boolean) : null
  const app = createApp({ deployment, dist, base, hosts })
  const server = createAdaptorServer({ fetch: app.fetch, overrideGlobalObjects: false })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new StartError(whyNotListening(error, host, port))
  }
  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  return {
    url: `http://${isLoopback(host) ? 'localhost' : urlHost(host)}:${bound}${base}`,
    lines: describe(deployment),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        if ('closeAllConnections' in server) server.closeAllConnections()
      }),
  }
}

/** @param {import('./deployment.mjs').Deployment} deployment */
function describe({ config, upstreams, origins, warnings }) {
  const forwarded = [...upstreams.values()].map(
    ({ id, base, authorization }) => `${id} → ${base.href}${authorization === null ? '' : ' (with credentials)'}`,
  )
  const direct = origins.map((origin) => `${origin} is called by the browser itself`)
  const demo =
    config['demo'] === 'only'
      ? ['The demo: an invented world. For your own: MODELDECK_MLFLOW_URL=http://… MODELDECK_PROMETHEUS_URL=http://… npm start']
      : []
  return [...demo, ...forwarded, ...direct, ...warnings]
}

/** @param {string | undefined} text */
function readPort(text) {
  if (!text) return 4173
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port < 65536) return port
  throw new StartError(`PORT=${text} is not a port number`)
}

/** @param {string | undefined} text */
function readBase(text) {
  const inner = (text ?? '').replaceAll(/^\/+|\/+$/g, '')
  if (inner === '') return '/'
  if (/^[\w.~-]+(?:\/[\w.~-]+)*$/.test(inner)) return `/${inner}/`
  throw new StartError(`BASE=${text} is not a path such as /modeldeck/`)
}

/** @param {string} host */
function isLoopback(host) {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}

/** @param {string} host */
function urlHost(host) {
  return isIP(host) === 6 ? `[${host}]` : host
}

/** @param {unknown} error @param {string} host @param {number} port */
function whyNotListening(error, host, port) {
  const code = error instanceof Error && 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE') return `Port ${port} is in use; choose another with PORT=…`
  if (code === 'EACCES') return `Port ${port} may not be opened by this user; choose one above 1023 with PORT=…`
  if (code === 'ENOTFOUND' || code === 'EADDRNOTAVAIL') return `HOST=${host} is no address of this machine`
  return `Cannot listen on ${host}:${port}: ${String(error)}`
}
