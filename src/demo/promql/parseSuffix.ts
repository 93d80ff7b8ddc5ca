import type { SyntaxNode } from '@lezer/common'
import { checkUnary, typeOf } from './check'
import { diagnose } from './diagnosis'
import { durationMs, numberValue } from './literals'
import { parseBinary } from './parseBinary'
import { parseError } from './promqlError'
import type { Expr, Instant } from './syntax'
import { textOf, type ParseNode } from './syntaxNode'

const precededBy = 'must be preceded by an instant vector selector or range vector selector or a subquery'

type Apply = (text: string, suffix: SyntaxNode, expr: Expr, base: SyntaxNode) => Expr

const suffixes: ReadonlyMap<string, Apply> = new Map<string, Apply>([
  ['MatrixSelector', applyRange],
  ['SubqueryExpr', applySubquery],
  ['OffsetExpr', applyOffset],
  ['StepInvariantExpr', applyAt],
])

export function isSuffix(node: SyntaxNode): boolean {
  return suffixes.has(node.name)
}

/**
 * `[5m]`, `[1h:5m]`, `offset` and `@` behind an expression. The grammar leaves open how tightly they bind
 * and reads `a + b offset 5m` as `(a + b) offset 5m`; in Prometheus they belong to the last operand.
 */
export function parseSuffixed(text: string, node: SyntaxNode, parseNode: ParseNode): Expr {
  const chain: SyntaxNode[] = []
  let inner = node
  while (isSuffix(inner)) {
    chain.unshift(inner)
    const next = inner.getChild('Expr')
    if (!next) throw diagnose(text, inner.from)
    inner = next
  }
  const distribute: ParseNode = (_text, base) => {
    if (base.name === 'BinaryExpr') return parseBinary(text, base, (_, child) => (child.to === base.to ? distribute(text, child) : parseNode(text, child)))
    if (base.name === 'UnaryExpr') {
      const operand = base.getChild('Expr')
      if (!operand) throw diagnose(text, base.from)
      const negative = textOf(text, base.getChild('UnaryOp')) === '-'
      return checkUnary(text, { kind: 'unary', negative, expr: distribute(text, operand), pos: base.from })
    }
    return chain.reduce((expr, suffix) => suffixes.get(suffix.name)?.(text, suffix, expr, base) ?? expr, parseNode(text, base))
  }
  return distribute(text, inner)
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

function applyRange(text: string, node: SyntaxNode, expr: Expr, base: SyntaxNode): Expr {
  const duration = node.getChild('DurationExpr')
  const bracket = text.lastIndexOf('[', duration?.from ?? node.to)
  if (expr.kind !== 'selector' || base.name !== 'VectorSelector') throw parseError(text, bracket, 'ranges only allowed for vector selectors')
  if (expr.offsetMs !== 0) throw parseError(text, bracket, 'no offset modifiers allowed before range')
  if (expr.at !== null) throw parseError(text, bracket, 'no @ modifiers allowed before range')
  return { kind: 'range', selector: expr, rangeMs: parseDuration(text, duration), pos: expr.pos }
}

function applySubquery(text: string, node: SyntaxNode, expr: Expr): Expr {
  const [range, step] = node.getChildren('DurationExpr')
  const rangeMs = parseDuration(text, range ?? null)
  const stepMs = step ? parseDuration(text, step) : null
  const type = typeOf(expr)
  if (type !== 'instant vector') throw parseError(text, expr.pos, `subquery is only allowed on instant vector, got ${type} instead`)
  return { kind: 'subquery', expr, rangeMs, stepMs, at: null, offsetMs: 0, pos: expr.pos }
}

function applyOffset(text: string, node: SyntaxNode, expr: Expr): Expr {
  const duration = node.getChild('OffsetDurationExpr')
  const written = textOf(text, duration).replace(/\s/g, '')
  const ms = durationMs(written.replace(/^[-+]/, ''))
  if (ms === null) throw parseError(text, duration?.from ?? node.to, `unexpected ${JSON.stringify(written)} in offset, expected duration`)
  return shifted(text, expr, 'offset modifier', (instant) => {
    if (instant.offsetMs !== 0) throw parseError(text, expr.pos, 'offset may not be set multiple times')
    return { ...instant, offsetMs: written.startsWith('-') ? -ms : ms }
  })
}

function applyAt(text: string, node: SyntaxNode, expr: Expr): Expr {
  const last = node.lastChild
  const at = last?.getChild('AtStart') ? 'start' : last?.getChild('AtEnd') ? 'end' : numberValue(textOf(text, last))
  if (at === null) throw parseError(text, last?.from ?? node.to, `unexpected ${JSON.stringify(textOf(text, last))} in @, expected timestamp`)
  if (typeof at === 'number' && !Number.isFinite(at)) throw parseError(text, node.from, `timestamp out of bounds for @ modifier: ${at}`)
  return shifted(text, expr, '@ modifier', (instant) => {
    if (instant.at !== null) throw parseError(text, expr.pos, '@ <timestamp> may not be set multiple times')
    return { ...instant, at: typeof at === 'number' ? Math.round(at * 1000) : at }
  })
}

function shifted(text: string, expr: Expr, modifier: string, change: (instant: Instant) => Instant): Expr {
  if (expr.kind === 'range') return { ...expr, selector: { ...expr.selector, ...change(expr.selector) } }
  if (expr.kind === 'selector' || expr.kind === 'subquery') return { ...expr, ...change(expr) }
  throw parseError(text, expr.pos, `${modifier} ${precededBy}`)
}
