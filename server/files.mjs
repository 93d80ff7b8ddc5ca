import { createHash } from 'node:crypto'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'

/** @import { Context, MiddlewareHandler } from 'hono' */

const served = 'served file'

/**
 * Serves the built files; `.br` and `.gz` beside a file are preferred.
 * @param {string} dist
 * @param {string} base path that the app is served under, with a slash at both ends
 * @returns {MiddlewareHandler}
 */
export function builtFiles(dist, base) {
  const serve = serveStatic({
    root: dist,
    precompressed: true,
    rewriteRequestPath: (path) => path.slice(base.length - 1),
    onFound: (path, c) => c.set(served, path),
  })
  return async (c, next) => {
    const answer = await serve(c, next)
    const file = c.get(served)
    if (!(answer instanceof Response) || typeof file !== 'string') return answer
    // Vite names what lies in assets/ by content.
    const hashed = file.startsWith(join(dist, 'assets'))
    answer.headers.set('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    answer.headers.set('Vary', 'Accept-Encoding')
    const { size, mtimeMs } = statSync(file)
    answer.headers.set('ETag', `"${size.toString(36)}-${Math.trunc(mtimeMs).toString(36)}"`)
    return answer
  }
}

/**
 * index.html with its `<base>` set to where it is served, for every address of the app.
 * @param {string} dist
 * @param {string} base
 * @returns {(c: Context) => Response}
 */
export function indexPage(dist, base) {
  const html = readFileSync(join(dist, 'index.html'), 'utf8').replace('<base href="/"', () => `<base href="${base}"`)
  const etag = `"${createHash('sha256').update(html).digest('base64url').slice(0, 22)}"`
  return (c) => {
    c.header('Cache-Control', 'no-cache')
    c.header('ETag', etag)
    return c.html(html)
  }
}

/**
 * Is this a person's way to a page, rather than a page's way to a file that is missing? Names of models hold
 * dots, so the path alone cannot tell.
 * @param {Context} c
 */
export function isNavigation(c) {
  const destination = c.req.header('sec-fetch-dest')
  if (destination !== undefined) return /^(?:document|iframe|frame)$/.test(destination)
  const accept = c.req.header('accept') ?? '*/*'
  return accept.includes('text/html') || (accept.includes('*/*') && !/\.[a-z0-9]{2,5}$/i.test(c.req.path))
}
