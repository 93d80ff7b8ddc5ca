import type { ModelRef } from './model'
import type { EpochMs } from './time'
import { hourMs, secondMs } from './time'
import { countWords, rateWords } from './words'

/** How long nobody must have called a version before it is archived. */
export const quietDays = 30

/** Requests to one version over some days, as far as monitoring knows; `null` is not known, never zero. */
export interface TrafficFigure {
  /** Per second. */
  rate: number | null
  /** In all of the window. */
  requests: number | null
}

/** Requests in a window from their mean rate. */
export function requestsIn(windowMs: number, perSecond: number | null): number | null {
  return perSecond === null ? null : perSecond * (windowMs / secondMs)
}

/** `1,204 requests (0.13/h)`, or that it is not known. */
export function trafficWords({ rate, requests }: TrafficFigure): string {
  if (requests === null) return 'not known'
  if (requests === 0 || rate === null) return 'no request'
  const count = requests < 1 ? 'less than one request' : `${countWords(requests)} ${Math.round(requests) === 1 ? 'request' : 'requests'}`
  return `${count} (${rateWords(rate)})`
}

/** What is known of a retirement when callers are told. */
export interface Retirement {
  model: ModelRef
  version: string
  /** When it was announced. */
  at: EpochMs
  reason: string
  /** ISO date after which the version must not be used; `null`: none is set. */
  sunset: string | null
  /** `4` or `other-model/4`; `null`: none is named. */
  replacement: string | null
  /** Where people read of it: the version's page. */
  pageUrl: string
  /** Where the replacement answers, or its page; `null`: none. */
  successorUrl: string | null
  /** What would break for callers who move, as sentences. */
  breaking: readonly string[]
}

/** One header of an HTTP answer. */
export interface ResponseHeader {
  name: string
  value: string
}

/**
 * What the serving side should send with every answer of the version, so that clients learn of it:
 * `Deprecation` and `rel="deprecation"` (RFC 9745), `Sunset` (RFC 8594), `rel="successor-version"` (RFC 5829).
 */
export function retirementHeaders({ at, sunset, pageUrl, successorUrl }: Retirement): readonly ResponseHeader[] {
  const end = sunsetInstant(sunset)
  const links = [
    `<${uri(pageUrl)}>; rel="deprecation"; type="text/html"`,
    ...(successorUrl === null ? [] : [`<${uri(successorUrl)}>; rel="successor-version"`]),
  ]
  return [
    { name: 'Deprecation', value: `@${Math.floor(at / secondMs)}` },
    ...(end === null ? [] : [{ name: 'Sunset', value: httpDate(end) }]),
    { name: 'Link', value: links.join(', ') },
  ]
}

export function headerText(headers: readonly ResponseHeader[]): string {
  return headers.map(({ name, value }) => `${name}: ${value}`).join('\n')
}

/** IMF-fixdate: `Thu, 31 Dec 2026 23:59:59 GMT`. https://www.rfc-editor.org/rfc/rfc9110#name-date-time-formats */
export function httpDate(at: EpochMs): string {
  return new Date(at).toUTCString()
}

/** The last second, by UTC, of the last day on which the version may be used. `null`: no such day. */
function sunsetInstant(sunset: string | null): EpochMs | null {
  if (sunset === null || !isDay(sunset)) return null
  return Date.parse(`${sunset}T00:00:00Z`) + 24 * hourMs - secondMs
}

/** Whether text is a day of the calendar: `2026-12-31`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const at = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text)
}

/** Nothing in it may end the angle brackets or the header. */
function uri(url: string): string {
  return url.replaceAll(/[\s<>"\\^`{|}]/g, encodeURIComponent)
}

/** A notice for the callers, in Markdown. */
export function retirementNotice(retirement: Retirement): { subject: string; markdown: string } {
  const { model, version, reason, sunset, replacement, pageUrl, successorUrl, breaking } = retirement
  const subject = `${model.name} version ${version} is deprecated${sunset === null ? '' : `: use it until ${sunset}`}`
  const target = replacement === null ? null : replacementWords(model.name, replacement)
  const lines = [
    `# ${model.name} version ${version} is deprecated`,
    reason.trim(),
    sunset === null ? 'No date is set yet on which it ends.' : `**It must not be used after ${sunset}** (UTC).`,
    target === null
      ? 'No replacement is named yet.'
      : `Use ${successorUrl === null ? target : `[${target}](${successorUrl})`} instead.`,
    ...(breaking.length > 0 ? ['What changes for callers:', breaking.map((sentence) => `- ${sentence}`).join('\n')] : []),
    `Details: ${pageUrl}`,
  ]
  return { subject, markdown: `${lines.filter((line) => line !== '').join('\n\n')}\n` }
}

function replacementWords(model: string, replacement: string): string {
  const slash = replacement.lastIndexOf('/')
  return slash === -1 ? `${model} version ${replacement}` : `${replacement.slice(0, slash)} version ${replacement.slice(slash + 1)}`
}

/** A mail to nobody in particular with the notice in it. Line breaks as RFC 6068 asks. */
export function mailtoUrl({ subject, markdown }: { subject: string; markdown: string }): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(markdown.replaceAll('\n', '\r\n'))}`
}
