import { parseError } from './promqlError'

const unitsMs: Readonly<Record<string, number>> = { y: 31_536_000_000, w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000, s: 1000, ms: 1 }
const durationText = /^(?=\d)(?:\d+y)?(?:\d+w)?(?:\d+d)?(?:\d+h)?(?:\d+m(?!s))?(?:\d+s)?(?:\d+ms)?$/

/** `1h30m` → ms, or `null` when it is no duration. */
export function durationMs(text: string): number | null {
  if (text === '0') return 0
  if (!durationText.test(text)) return null
  let total = 0
  for (const [, amount, unit] of text.matchAll(/(\d+)(ms|[ywdhms])/g)) total += Number(amount) * (unitsMs[unit ?? ''] ?? 0)
  return total
}

/** A number literal (decimal, hexadecimal, Inf, NaN), or `null`. */
export function numberValue(text: string): number | null {
  const lower = text.toLowerCase()
  const sign = lower.startsWith('-') ? -1 : 1
  const digits = lower.replace(/^[+-]/, '').trimStart()
  if (digits === 'inf') return sign * Infinity
  if (digits === 'nan') return Number.NaN
  return /^(?:0x[0-9a-f]+|(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)$/.test(digits) ? sign * Number(digits) : null
}

const escapes: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '\\': '\\', "'": "'", '"': '"' }

/** The value of a quoted string; `at` is where it stands in `text`. */
export function stringValue(text: string, at: number, raw: string): string {
  const quote = raw.charAt(0)
  if (raw.length < 2 || !raw.endsWith(quote)) throw parseError(text, at, 'unterminated quoted string')
  const body = raw.slice(1, -1)
  if (quote === '`') return body
  return body.replace(/\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))/gs, (all, x, u, long, octal, other) => {
    const hex: unknown = x ?? u ?? long
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16))
    if (typeof octal === 'string') return String.fromCodePoint(Number.parseInt(octal, 8))
    const known = typeof other === 'string' ? escapes[other] : undefined
    if (known === undefined) throw parseError(text, at, `unknown escape sequence U+${(all.codePointAt(1) ?? 0).toString(16).toUpperCase().padStart(4, '0')} '${all.slice(1, 2)}'`)
    return known
  })
}
