import { invalid } from './mlflowError'
import type { FilterToken } from './mlflowFilterTokens'

export type Comparable = string | number | readonly string[]

/** A quoted text without its quotes. MLflow leaves doubled quotes as they are. */
export function textValue(token: FilterToken): string {
  if (token.kind !== 'string' && token.kind !== 'quoted-name') {
    throw invalid(`Parameter value is either not quoted or unidentified quote types used for string value ${token.text}. Use either single or double quotes.`)
  }
  return token.text.slice(1, -1)
}

// Python's literals: MLflow hands the list to `ast.literal_eval`, so a backslash escapes and neighbours join.
const literal = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gsu
const element = /(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")(?:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"))*/su
const list = new RegExp(String.raw`^${element.source}(?:\s*,\s*${element.source})*\s*,?$`, 'su')
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\\': '\\', "'": "'", '"': '"' }

/** `('a', "b")`. */
export function listValue(token: FilterToken): readonly string[] {
  const inside = token.text.slice(1, -1).trim()
  if (inside === '') {
    throw invalid('While parsing a list in the query, expected a non-empty list of string values, but got empty list')
  }
  if (!list.test(inside)) {
    throw invalid(`While parsing a list in the query, expected string value, punctuation, or whitespace, but got different type in list: ${inside.includes(',') ? token.text : `(${inside},)`}`)
  }
  return [...inside.matchAll(new RegExp(element.source, 'gsu'))].map(([joined]) =>
    [...joined.matchAll(literal)].map((match) => unescape(match[1] ?? match[2] ?? '')).join(''),
  )
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gsu, (whole, escaped: string) => escapes[escaped] ?? whole)
}

/** Compares as MLflow's SQL store does: LIKE minds the case, an absent value never matches. */
export function matches(actual: string | number | undefined, comparator: string, wanted: Comparable): boolean {
  if (actual === undefined) return false
  if (typeof wanted !== 'string' && typeof wanted !== 'number') {
    return wanted.includes(String(actual)) === (comparator === 'IN')
  }
  switch (comparator) {
    case '=':
      return actual === wanted
    case '!=':
      return actual !== wanted
    case '>':
      return actual > wanted
    case '>=':
      return actual >= wanted
    case '<':
      return actual < wanted
    case '<=':
      return actual <= wanted
    case 'LIKE':
      return likePattern(String(wanted), '').test(String(actual))
    case 'ILIKE':
      return likePattern(String(wanted), 'i').test(String(actual))
    default:
      return false
  }
}

function likePattern(pattern: string, flags: string): RegExp {
  const body = pattern.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll('%', '.*').replaceAll('_', '.')
  return new RegExp(`^${body}$`, `s${flags}`)
}
