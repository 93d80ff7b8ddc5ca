import { readFileSync } from 'node:fs'
import { whereJsonBreaks } from './brokenJson.mjs'

/**
 * A server that the proxy forwards to.
 * @typedef {object} Upstream
 * @property {string} id of the source in config.json
 * @property {URL} base nothing outside of its path is reached; without user, query and fragment
 * @property {string | null} authorization the header that the proxy adds; a browser never sees it
 */

/**
 * What one start serves.
 * @typedef {object} Deployment
 * @property {Readonly<Record<string, unknown>>} config the /config.json that the browser reads
 * @property {ReadonlyMap<string, Upstream>} upstreams by source id
 * @property {readonly string[]} origins that the browser calls itself, for connect-src
 * @property {readonly string[]} warnings sentences for the terminal
 */

/** The start cannot go on for a reason that the person at the terminal can mend. */
export class StartError extends Error {
  /** @override */
  name = 'StartError'
}

const wellKnown = [
  { id: 'mlflow', type: 'mlflow', rest: {} },
  { id: 'prometheus', type: 'prometheus', rest: { preset: 'modeldeck' } },
  { id: 'alertmanager', type: 'alertmanager', rest: {} },
]

/**
 * Reads the sources from the environment.
 *
 * `MODELDECK_CONFIG` names a config.json; without it, MODELDECK_<ID>_URL of mlflow, prometheus and alertmanager
 * make one. In a config.json, an absolute `url` becomes an upstream of the proxy, and a source whose url is
 * a path has its upstream in MODELDECK_<ID>_URL. `MODELDECK_PROXY=off` leaves absolute addresses to the browser.
 * Credentials for an upstream come from MODELDECK_<ID>_AUTH: `user:password`, or a whole header value
 * such as `Bearer …`.
 *
 * @param {Readonly<Record<string, string | undefined>>} env
 * @param {string} [base] path that the app is served under, with a slash at both ends
 * @returns {Deployment}
 * @throws {StartError}
 */
export function readDeployment(env, base = '/') {
  const file = env['MODELDECK_CONFIG']
  if (file) return withProxy(readConfig(file), env, base)
  const sources = wellKnown.flatMap(({ id, type, rest }) => {
    const url = env[variable(id, 'URL')]
    return url ? [{ id, type, url, ...rest }] : []
  })
  return withProxy({ title: 'Modeldeck', demo: sources.length === 0 ? 'only' : 'off', sources }, env, base)
}

/** @param {string} id @param {'URL' | 'AUTH'} what */
function variable(id, what) {
  return `MODELDECK_${id.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}_${what}`
}

/**
 * Only what the server itself needs is checked here; the app checks every key and shows what is wrong by path.
 * @typedef {{ id: string, type?: unknown, url: string, [key: string]: unknown }} Source
 * @typedef {{ sources: Source[], [key: string]: unknown }} Config
 */

/** @param {string} file @returns {Config} */
function readConfig(file) {
  let text
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    throw new StartError(`MODELDECK_CONFIG: ${file} cannot be read: ${reason(error)}`)
  }
  /** @type {unknown} */
  let value
  try {
    value = JSON.parse(text)
  } catch (error) {
    const { line, column } = whereJsonBreaks(text)
    throw new StartError(`${file}:${line}:${column} is not JSON (line ${line}, column ${column}): ${reason(error)}`)
  }
  const complain = (/** @type {string} */ what) => {
    throw new StartError(`${file}: ${what}`)
  }
  if (!isObject(value)) return complain('must be a JSON object')
  if (!Array.isArray(value['sources'])) return complain('sources must be an array')
  const seen = new Set()
  const sources = value['sources'].map((/** @type {unknown} */ source, index) => {
    const at = `sources[${index}]`
    if (!isObject(source)) return complain(`${at} must be an object`)
    const { id, url } = source
    if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9_-]*$/i.test(id))
      return complain(`${at}.id must be letters, digits, - and _`)
    if (seen.has(id)) return complain(`${at}.id "${id}" is used twice`)
    seen.add(id)
    if (typeof url !== 'string' || url === '') return complain(`${at}.url must be an address`)
    return { ...source, id, url }
  })
  return { ...value, sources }
}

/** @param {Config} config @param {Readonly<Record<string, string | undefined>>} env @param {string} base @returns {Deployment} */
function withProxy(config, env, base) {
  const direct = env['MODELDECK_PROXY'] === 'off'
  /** @type {Map<string, Upstream>} */
  const upstreams = new Map()
  /** @type {Set<string>} */
  const origins = new Set()
  /** @type {string[]} */
  const warnings = []
  const sources = config.sources.map((source) => {
    const { id, url } = source
    const isPath = !/^[a-z][a-z0-9+.-]*:/i.test(url)
    const address = isPath ? env[variable(id, 'URL')] : url
    if (!address) {
      warnings.push(`${id}: ${url} is a path and ${variable(id, 'URL')} is not set, so nothing is forwarded to it.`)
      return source
    }
    const { upstream, secret } = readUpstream(id, address, env[variable(id, 'AUTH')])
    if (direct && !isPath) {
      if (secret) throw new StartError(`${id}: an address with a password cannot be given to browsers; use the proxy.`)
      origins.add(upstream.base.origin)
      return source
    }
    upstreams.set(id, upstream)
    const link = source.type === 'mlflow' && source['webUrl'] === undefined ? { webUrl: upstream.base.href.replace(/\/$/, '') } : {}
    return { ...source, url: `${base}proxy/${id}`, ...link }
  })
  return { config: { ...config, sources }, upstreams, origins: [...origins], warnings }
}

/** @param {string} id @param {string} address @param {string | undefined} auth */
function readUpstream(id, address, auth) {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol))
    throw new StartError(`${id}: "${address}" is not an http(s) address, such as http://localhost:5000`)
  const base = new URL(address)
  const login = base.username === '' ? undefined : `${decodeURIComponent(base.username)}:${decodeURIComponent(base.password)}`
  base.username = base.password = base.search = base.hash = ''
  const given = auth || login
  const authorization = given === undefined ? null : authorizationOf(given)
  return { upstream: { id, base, authorization }, secret: authorization !== null }
}

/** @param {string} given `user:password`, or a scheme and its value */
function authorizationOf(given) {
  return /^[a-z][a-z0-9-]* \S/i.test(given) ? given : `Basic ${Buffer.from(given).toString('base64')}`
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
function isObject(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** @param {unknown} error */
function reason(error) {
  return error instanceof Error ? error.message : String(error)
}
