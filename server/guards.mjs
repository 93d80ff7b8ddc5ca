import { isIP } from 'node:net'

/** @import { Context, MiddlewareHandler } from 'hono' */

/**
 * The response headers of everything that is served.
 * @param {readonly string[]} origins that the browser calls itself
 * @returns {MiddlewareHandler}
 */
export function securityHeaders(origins) {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "worker-src 'self'",
    ["connect-src 'self'", ...origins].join(' '),
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
  return async (c, next) => {
    await next()
    // An answer of the proxy has brought a stricter one.
    if (!c.res.headers.has('Content-Security-Policy')) c.header('Content-Security-Policy', policy)
    c.header('X-Content-Type-Options', 'nosniff')
    c.header('Referrer-Policy', 'same-origin')
    c.header('Permissions-Policy', 'camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()')
    // Elsewhere a browser ignores it, with an error on the console.
    if (isTrustworthy(c)) c.header('Cross-Origin-Opener-Policy', 'same-origin')
    c.header('Cross-Origin-Resource-Policy', 'same-origin')
  }
}

/** @param {Context} c came over loopback, or to a proxy that speaks https */
function isTrustworthy(c) {
  const name = hostName(c.req.header('host') ?? '')
  return /^(?:(?:.+\.)?localhost|127\.[\d.]+|\[::1\])$/.test(name) || c.req.header('x-forwarded-proto') === 'https'
}

// Names that nobody can own in the public DNS (RFC 6761, RFC 8375, ICANN's .internal).
const privateZone = /(?:^|\.)(?:localhost|test|local|internal|lan|home\.arpa)$/

/**
 * Refuses names by which a stranger's page could reach a server on loopback: a public name that its owner
 * points at 127.0.0.1 makes that page same-origin with this one (DNS rebinding).
 * @param {readonly string[]} allowed public names that this server is known by
 * @returns {MiddlewareHandler}
 */
export function knownHost(allowed) {
  return async (c, next) => {
    const name = hostName(c.req.header('host') ?? '')
    const isAddress = isIP(name.replaceAll(/[[\]]/g, '')) !== 0
    if (isAddress || !name.includes('.') || privateZone.test(name) || allowed.includes(name)) return next()
    return c.text(
      `This server listens on loopback and does not know the name ${name}. If it stands behind a proxy of that name, start it with MODELDECK_HOSTS=${name}\n`,
      421,
    )
  }
}

/** @param {string} host as in the Host header */
function hostName(host) {
  return host.toLowerCase().replace(/:\d*$/, '').replace(/\.$/, '')
}

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses writes that a page of another origin sent. A caller that is no browser sends neither header.
 * @type {MiddlewareHandler}
 */
export async function ownWrites(c, next) {
  if (reads.has(c.req.method)) return next()
  const site = c.req.header('sec-fetch-site')
  const origin = c.req.header('origin')
  const ownSite = site === undefined || site === 'same-origin'
  const ownOrigin = origin === undefined || (URL.canParse(origin) && new URL(origin).host === c.req.header('host')?.toLowerCase())
  if (ownSite && ownOrigin) return next()
  const from = ownOrigin ? `a ${site} page` : `a page of ${origin}`
  return c.json({ error: 'cross-origin', message: `Refused: this ${c.req.method} came from ${from}.` }, 403)
}
