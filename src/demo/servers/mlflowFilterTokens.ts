/** A piece of a filter text, told apart as sqlparse (which MLflow uses) tells them apart. */
export interface FilterToken {
  kind: 'word' | 'quoted-name' | 'string' | 'number' | 'operator' | 'list' | 'end' | 'other'
  text: string
}

const shapes: readonly (readonly [FilterToken['kind'] | 'space', RegExp])[] = [
  ['space', /\s+/y],
  ['string', /'(?:[^']|'')*'/y],
  // An attribute path: words, back-ticked or double-quoted parts joined by dots.
  ['word', /(?:[A-Za-z_][\w$]*|`[^`]*`)(?:\.(?:[\w$-]+|`[^`]*`|"[^"]*"))*/y],
  ['quoted-name', /"(?:[^"]|"")*"/y],
  ['number', /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ['operator', /<=|>=|!=|<>|==|=|<|>/y],
  ['end', /;/y],
]

/** Splits a filter; a parenthesis becomes one token with its content. */
export function filterTokens(filter: string): readonly FilterToken[] {
  const tokens: FilterToken[] = []
  let at = 0
  while (at < filter.length) {
    const list = filter[at] === '(' ? parenthesis(filter, at) : null
    const found = list === null ? match(filter, at) : ({ kind: 'list', text: list } as const)
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: found.text })
    at += found.text.length
  }
  return tokens
}

function match(filter: string, at: number): { kind: FilterToken['kind'] | 'space'; text: string } {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const text = shape.exec(filter)?.[0]
    if (text !== undefined) return { kind, text }
  }
  return { kind: 'other', text: filter.charAt(at) }
}

/** From an opening parenthesis to its closing one, minding quotes; `null` where it never closes. */
function parenthesis(filter: string, from: number): string | null {
  let depth = 0
  let quote: string | null = null
  for (let i = from; i < filter.length; i++) {
    const char = filter.charAt(i)
    if (quote !== null && char === '\\') i++
    else if (quote !== null) quote = char === quote ? null : quote
    else if (char === "'" || char === '"') quote = char
    else if (char === '(') depth++
    else if (char === ')' && --depth === 0) return filter.slice(from, i + 1)
  }
  return null
}
