import { proxy as forward } from 'hono/proxy'

/** @import { Context } from 'hono' */
/** @import { Upstream } from './deployment.mjs' */

// What belongs between the browser and this server. MLflow refuses every POST whose Origin is not localhost,
// and browsers send Origin with same-origin POSTs too.
const notForwarded = /^(?:host|origin|referer|cookie|forwarded|via|x-real-ip|x-forwarded-.*|sec-.*|upgrade-insecure-requests)$/
// A 401 with WWW-Authenticate opens the browser's own login; cookies and CORS of an upstream would count
// for this origin; its policies are replaced by one under which nothing that it serves can run.
const notReturned = /^(?:www-authenticate|set-cookie|access-control-.*|content-security-policy.*|alt-svc|clear-site-data|strict-transport-security|x-frame-options|server|refresh|link)$/

/**
 * Forwards to one upstream, whatever it answers. An upstream that cannot be reached is 502, one that does not
 * begin to answer in time 504, both as JSON `{ error, source, message }`.
 *
 * @param {Context} c
 * @param {Upstream} upstream
 * @param {{ prefix: string, timeoutMs: number }} options prefix: path of this server that stands for the upstream's base
 * @returns {Promise<Response>}
 */
export async function forwardTo(c, upstream, { prefix, timeoutMs }) {
  const target = targetOf(c.req.url, prefix, upstream.base)
  if (target === null)
    return c.json({ error: 'bad-path', source: upstream.id, message: `Only paths below the address of ${upstream.id} are forwarded.` }, 400)
  const slow = new AbortController()
  const timer = setTimeout(() => slow.abort(), timeoutMs)
  try {
    const answer = await forward(target, {
      // Its method and its body, which is streamed; the Content-Length stays among the headers, because some WSGI
      // servers do not read chunked bodies.
      raw: c.req.raw,
      headers: requestHeaders(c.req.raw.headers, upstream),
      redirect: 'manual',
      signal: AbortSignal.any([c.req.raw.signal, slow.signal]),
    })
    return returned(c, answer, upstream, target, prefix)
  } catch (error) {
    if (c.req.raw.signal.aborted) return new Response(null, { status: 499 })
    if (slow.signal.aborted)
      return c.json({ error: 'timeout', source: upstream.id, message: `${upstream.id} at ${upstream.base.href} did not answer within ${timeoutMs / 1000} s.` }, 504)
    return c.json({ error: 'unreachable', source: upstream.id, message: `${upstream.id} at ${upstream.base.href} cannot be reached: ${cause(error)}.` }, 502)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * The address below `base`, its encoded characters as they came; `null` for one that leaves it.
 * @param {string} url
 * @param {string} prefix
 * @param {URL} base
 */
function targetOf(url, prefix, base) {
  const { pathname, search } = new URL(url)
  const rest = pathname.slice(prefix.length)
  // An upstream that decodes before it routes would see `..%2f` as a way up.
  if (climbs(rest)) return null
  const root = base.pathname.replace(/\/$/, '')
  const target = new URL(base)
  target.pathname = root + rest
  target.search = search
  return target.pathname === root + rest || rest === '' ? target : null
}

/** @param {string} path */
function climbs(path) {
  let plain = path
  for (let round = 0; round < 3; round++) {
    if (/(?:^|[/\\])\.\.?(?:[/\\]|$)/.test(plain) || plain.includes('\\')) return true
    try {
      plain = decodeURIComponent(plain)
    } catch {
      return false
    }
  }
  return false
}

/** @param {Headers} from @param {Upstream} upstream */
function requestHeaders(from, upstream) {
  const named = (from.get('connection') ?? '').toLowerCase().split(/\s*,\s*/)
  const headers = new Headers()
  for (const [name, value] of from) if (!notForwarded.test(name) && !hopByHop.has(name) && !named.includes(name)) headers.append(name, value)
  if (upstream.authorization !== null) headers.set('authorization', upstream.authorization)
  return headers
}

const hopByHop = new Set(['connection', 'keep-alive', 'proxy-authenticate', 'proxy-authorization', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'expect'])

/** @param {Context} c @param {Response} answer @param {Upstream} upstream @param {URL} target @param {string} prefix */
function returned(c, answer, upstream, target, prefix) {
  const { headers } = answer
  const dropped = [...headers.keys()].filter((name) => notReturned.test(name))
  for (const name of dropped) headers.delete(name)
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox; frame-ancestors 'none'")
  // Nothing of a registry may stay in a shared cache, and an alias can move at any time.
  if (!headers.has('cache-control')) headers.set('Cache-Control', 'private, no-cache')
  const location = headers.get('location')
  if (location === null) return answer
  const to = URL.canParse(location, target.href) ? new URL(location, target) : null
  const root = upstream.base.pathname.replace(/\/$/, '')
  if (to?.origin === upstream.base.origin && (to.pathname === root || to.pathname.startsWith(`${root}/`))) {
    headers.set('location', prefix + to.pathname.slice(root.length) + to.search + to.hash)
    return answer
  }
  void answer.body?.cancel()
  return c.json(
    { error: 'redirected', source: upstream.id, message: `${upstream.id} at ${upstream.base.href} redirects to ${to?.origin ?? location}: does it ask for a login?` },
    502,
  )
}

/** @param {unknown} error fetch wraps what the socket said, once or more */
function cause(error) {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  if (inner instanceof AggregateError) inner = inner.errors[0]
  return inner instanceof Error ? inner.message : String(inner)
}
