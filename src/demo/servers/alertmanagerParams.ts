import { compileMatcher, compileMatchers, type Labels } from '@/demo/promql/matcher'
import { PromqlError } from '@/demo/promql/promqlError'
import type { LabelMatcher } from '@/demo/world/metricStore'
import type { SilenceMatcher } from '@/demo/world/silences'
import { AlertmanagerError, malformed } from './alertmanagerError'
import type { PostedSilence } from './alertmanagerSilences'

const ops: Readonly<Record<string, LabelMatcher['op']>> = { '=': '=', '!=': '!=', '=~': '=~', '!~': '!~' }

/** The condition of all parameters `filter`: `severity="critical"`, `model=~claim.*`. @throws AlertmanagerError */
export function filterOf(params: URLSearchParams): (labels: Labels) => boolean {
  return compileMatchers(params.getAll('filter').map(parseMatcher))
}

function parseMatcher(text: string): LabelMatcher {
  const [, name, op, raw = ''] = /^\s*([a-zA-Z_:][a-zA-Z0-9_:]*)\s*(=~|=|!=|!~)\s*(.*?)\s*$/s.exec(text) ?? []
  const known = ops[op ?? '']
  if (name === undefined || known === undefined) throw new AlertmanagerError(400, `bad matcher format: ${text}`)
  const quoted = /^"((?:[^"\\]|\\.)*)"$/s.exec(raw)?.[1]
  if (quoted === undefined && /(?:^|[^\\])"/.test(raw)) throw new AlertmanagerError(400, `matcher value contains unescaped double quote: ${raw}`)
  const value = (quoted ?? raw).replace(/\\(["\\n])/g, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped))
  const matcher = { name, op: known, value }
  try {
    compileMatcher(matcher)
  } catch (error) {
    throw error instanceof PromqlError ? new AlertmanagerError(400, error.message) : error
  }
  return matcher
}

/** A flag of the alert list; absent means yes. */
export function flagOf(params: URLSearchParams, name: string): boolean {
  const text = params.get(name)
  return text === null || text === '' || ['true', '1', 'yes', 'ok', 'y', 'on', 'selected', 'checked', 't', 'enabled'].includes(text.toLowerCase())
}

/** A posted silence, checked as the server's schema does. @throws AlertmanagerError */
export function silenceOf(contentType: string, text: string): PostedSilence {
  const media = contentType.split(';')[0]?.trim() ?? ''
  if (media !== 'application/json') throw new AlertmanagerError(415, `unsupported media type ${JSON.stringify(media === '' ? 'application/octet-stream' : media)}, only [application/json] are allowed`, 415)
  const body = parsed(text)
  const field = (name: string): unknown => (typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined)
  const required = (name: string): string => {
    const value = field(name)
    if (typeof value !== 'string') throw malformed(602, `${name} in body is required`)
    return value
  }
  const matchers = field('matchers')
  const id = field('id')
  const silence = { comment: required('comment'), createdBy: required('createdBy'), endsAt: timeOf(required('endsAt')), startsAt: timeOf(required('startsAt')) }
  if (!Array.isArray(matchers)) throw malformed(602, 'matchers in body is required')
  if (matchers.length === 0) throw malformed(612, 'matchers in body should have at least 1 items')
  return { ...silence, id: typeof id === 'string' && id !== '' ? id : null, matchers: matchers.map(matcherOf) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new AlertmanagerError(400, 'parsing silence body from "" failed, because unexpected EOF', 400)
  }
}

function timeOf(text: string): number {
  const at = Date.parse(text)
  if (!Number.isNaN(at)) return at
  const quoted = JSON.stringify(text)
  throw new AlertmanagerError(400, `parsing silence body from "" failed, because parsing time ${quoted} as "2006-01-02 15:04:05": cannot parse ${quoted} as "2006"`, 400)
}

function matcherOf(value: unknown, index: number): SilenceMatcher {
  const field = (name: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined)
  const [name, text, isRegex, isEqual] = ['name', 'value', 'isRegex', 'isEqual'].map(field)
  if (typeof isRegex !== 'boolean') throw malformed(602, `matchers.${index}.isRegex in body is required`)
  if (typeof name !== 'string') throw malformed(602, `matchers.${index}.name in body is required`)
  if (typeof text !== 'string') throw malformed(602, `matchers.${index}.value in body is required`)
  return { name, value: text, isRegex, isEqual: typeof isEqual === 'boolean' ? isEqual : true }
}
