import type { SyntaxNode } from '@lezer/common'
import type { LabelMatcher } from '@/demo/world/metricStore'
import { diagnose } from './diagnosis'
import { nameLabel } from './labels'
import { durationMs, numberValue, stringValue } from './literals'
import { compileMatcher } from './matcher'
import { parseError, PromqlError } from './promqlError'
import type { Expr, Instant, RangeExpr, SelectorExpr } from './syntax'
import { textOf, type ParseNode } from './syntaxNode'

const now: Instant = { at: null, offsetMs: 0 }
const precededBy = 'must be preceded by an instant vector selector or range vector selector or a subquery'

export function parseSelector(text: string, node: SyntaxNode): SelectorExpr {
  const identifier = node.getChild('Identifier')
  const list = node.getChild('LabelMatchers')
  const quoted = list?.getChild('QuotedLabelMatcher') ?? list?.getChild('QuotedLabelName')
  if (quoted) {
    const shown = JSON.stringify(textOf(text, quoted.name === 'QuotedLabelMatcher' ? quoted.firstChild : quoted))
    throw parseError(text, quoted.from, `unexpected string ${shown} in label matching, expected identifier or "}"`)
  }
  const matchers = list?.getChildren('UnquotedLabelMatcher').map((matcher) => parseMatcher(text, matcher)) ?? []
  if (identifier) {
    const name = textOf(text, identifier)
    const twice = matchers.find((matcher) => matcher.name === nameLabel)
    if (twice) throw parseError(text, node.from, `metric name must not be set twice: "${name}" or "${twice.value}"`)
    matchers.unshift({ name: nameLabel, op: '=', value: name })
  }
  const tests = matchers.map((matcher) => checkedMatcher(text, matcher, list?.from ?? node.from))
  if (tests.every((test) => test(''))) throw parseError(text, node.from, 'vector selector must contain at least one non-empty matcher')
  return { kind: 'selector', matchers, ...now, pos: node.from }
}

function parseMatcher(text: string, node: SyntaxNode): LabelMatcher {
  const [name, value] = [node.getChild('LabelName'), node.getChild('StringLiteral')]
  const op = textOf(text, node.getChild('MatchOp'))
  if (!name || !value || (op !== '=' && op !== '!=' && op !== '=~' && op !== '!~')) throw diagnose(text, node.from)
  return { name: textOf(text, name), op, value: stringValue(text, value.from, textOf(text, value)) }
}

function checkedMatcher(text: string, matcher: LabelMatcher, at: number): (value: string) => boolean {
  try {
    return compileMatcher(matcher)
  } catch (error) {
    throw error instanceof PromqlError ? parseError(text, at + 1, error.message) : error
  }
}

/** A positive duration at a node such as `[5m]`'s. */
function parseDuration(text: string, node: SyntaxNode | null): number {
  const written = textOf(text, node)
  const pos = node?.from ?? 0
  const ms = durationMs(written)
  if (ms === 0) throw parseError(text, pos, 'duration must be greater than 0')
  if (ms === null) {
    const isNumber = numberValue(written) !== null
    throw parseError(text, pos, isNumber ? 'missing unit character in duration' : `bad duration syntax: ${JSON.stringify(written)}`)
  }
  return ms
}

export function parseRange(text: string, node: SyntaxNode): RangeExpr {
  const inner = node.getChild('Expr')
  const bracket = text.indexOf('[', inner?.to ?? node.from)
  if (inner?.name === 'OffsetExpr') throw parseError(text, bracket, 'no offset modifiers allowed before range')
  if (inner?.name === 'StepInvariantExpr') throw parseError(text, bracket, 'no @ modifiers allowed before range')
  if (inner?.name !== 'VectorSelector') throw parseError(text, bracket, 'ranges only allowed for vector selectors')
  return { kind: 'range', selector: parseSelector(text, inner), rangeMs: parseDuration(text, node.getChild('DurationExpr')), pos: node.from }
}

export function parseSubquery(text: string, node: SyntaxNode, parseNode: ParseNode): Expr {
  const inner = node.getChild('Expr')
  const [range, step] = node.getChildren('DurationExpr')
  if (!inner) throw diagnose(text, node.from)
  const expr = parseNode(text, inner)
  if (expr.kind === 'range' || expr.kind === 'subquery') {
    throw parseError(text, node.from, 'subquery is only allowed on instant vector, got matrix')
  }
  return { kind: 'subquery', expr, rangeMs: parseDuration(text, range ?? null), stepMs: step ? parseDuration(text, step) : null, ...now, pos: node.from }
}

export function parseOffset(text: string, node: SyntaxNode, parseNode: ParseNode): Expr {
  const inner = node.getChild('Expr')
  const duration = node.getChild('OffsetDurationExpr')
  const written = textOf(text, duration).replace(/\s/g, '')
  const ms = durationMs(written.replace(/^[-+]/, ''))
  if (!inner || ms === null) throw parseError(text, duration?.from ?? node.to, `unexpected ${JSON.stringify(written)} in offset, expected duration`)
  const expr = parseNode(text, inner)
  return shift(expr, (instant) => {
    if (instant.offsetMs !== 0) throw parseError(text, node.from, 'offset may not be set multiple times')
    return { ...instant, offsetMs: written.startsWith('-') ? -ms : ms }
  }) ?? refuse(text, node, `offset modifier ${precededBy}`)
}

export function parseAt(text: string, node: SyntaxNode, parseNode: ParseNode): Expr {
  const inner = node.getChild('Expr')
  if (!inner) throw diagnose(text, node.from)
  const last = node.lastChild
  const seconds = numberValue(textOf(text, last))
  const at = last?.getChild('AtStart') ? 'start' : last?.getChild('AtEnd') ? 'end' : seconds
  if (typeof at === 'number' && !Number.isFinite(at)) throw parseError(text, node.from, `timestamp out of bounds for @ modifier: ${at}`)
  if (at === null) throw parseError(text, last?.from ?? node.to, 'unexpected token in @, expected timestamp')
  const expr = parseNode(text, inner)
  return shift(expr, (instant) => {
    if (instant.at !== null) throw parseError(text, node.from, '@ <timestamp> may not be set multiple times')
    return { ...instant, at: typeof at === 'number' ? Math.round(at * 1000) : at }
  }) ?? refuse(text, node, `@ modifier ${precededBy}`)
}

function shift(expr: Expr, change: (instant: Instant) => Instant): Expr | null {
  if (expr.kind === 'range') return { ...expr, selector: { ...expr.selector, ...change(expr.selector) } }
  if (expr.kind === 'selector' || expr.kind === 'subquery') return { ...expr, ...change(expr) }
  return null
}

function refuse(text: string, node: SyntaxNode, message: string): never {
  throw parseError(text, node.from, message)
}
