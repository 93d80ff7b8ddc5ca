import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { etag } from 'hono/etag'
import { builtFiles, indexPage, isNavigation } from './files.mjs'
import { knownHost, ownWrites, securityHeaders } from './guards.mjs'
import { forwardTo } from './proxy.mjs'

/** @import { Deployment } from './deployment.mjs' */

/**
 * @typedef {object} SourceOptions
 * @property {Deployment} deployment
 * @property {string} [base] path that the app is served under, with a slash at both ends
 * @property {number} [timeoutMs] until an upstream must have begun to answer
 */

/**
 * What the browser needs beside files: /config.json and /proxy/<source id>/….
 * @param {SourceOptions} options
 */
export function sourceRoutes({ deployment, base = '/', timeoutMs = 60_000 }) {
  const routes = new Hono()
  const config = `${JSON.stringify(deployment.config, null, 2)}\n`
  routes.get(`${base}config.json`, etag(), (c) => {
    c.header('Cache-Control', 'no-cache')
    c.header('Content-Type', 'application/json; charset=UTF-8')
    return c.body(config)
  })
  routes.use(`${base}proxy/*`, ownWrites)
  routes.all(`${base}proxy/*`, async (c) => {
    const start = base.length + 'proxy/'.length
    const [id = ''] = new URL(c.req.url).pathname.slice(start).split('/', 1)
    const upstream = deployment.upstreams.get(id)
    if (upstream === undefined) return c.json({ error: 'unknown-source', message: `No source "${id}" is configured here.` }, 404)
    return forwardTo(c, upstream, { prefix: `${base}proxy/${id}`, timeoutMs })
  })
  return routes
}

/**
 * The whole server: headers, sources, built files, and index.html for the app's addresses.
 * @param {SourceOptions & { dist: string, hosts?: readonly string[] | null }} options hosts: public names that the
 *   Host header may have; `null` for any
 */
export function createApp({ dist, hosts = [], ...options }) {
  const { deployment, base = '/' } = options
  const page = indexPage(dist, base)
  const app = new Hono()
  app.use(securityHeaders(deployment.origins), compress())
  if (hosts !== null) app.use(knownHost(hosts))
  app.route('/', sourceRoutes(options))
  app.use(`${base}*`, etag())
  app.get(base, page)
  app.get(`${base}index.html`, page)
  app.use(`${base}*`, builtFiles(dist, base))
  app.get(`${base}*`, (c, next) => (isNavigation(c) && !c.req.path.startsWith(`${base}assets/`) ? page(c) : next()))
  if (base !== '/') app.get('/', (c) => c.redirect(base))
  app.notFound((c) => c.text('Not found\n', 404))
  app.onError((error, c) => {
    console.error(error)
    return c.text('Internal error\n', 500)
  })
  return app
}
