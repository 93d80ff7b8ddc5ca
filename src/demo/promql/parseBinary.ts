import type { SyntaxNode } from '@lezer/common'
import { checkBinary } from './check'
import { diagnose } from './diagnosis'
import { parseError } from './promqlError'
import { isArithmetic, isComparison, isSet, type Expr, type Matching } from './syntax'
import { labelNames, textOf, type ParseNode } from './syntaxNode'

export function parseBinary(text: string, node: SyntaxNode, parseNode: ParseNode): Expr {
  const [leftNode, rightNode] = [node.firstChild, node.lastChild]
  const opNode = leftNode?.nextSibling
  if (!leftNode || !rightNode || !opNode) throw diagnose(text, node.from)
  const op = textOf(text, opNode).toLowerCase()
  const fill = node.getChild('FillModifier')
  if (fill) throw parseError(text, fill.from, `unexpected identifier "${textOf(text, fill).split('(', 1)[0] ?? ''}"`)
  if (!isArithmetic(op) && !isComparison(op) && !isSet(op)) throw parseError(text, opNode.from, `unexpected <op:${op}>`)
  const clause = node.getChild('MatchingModifierClause')
  const [left, right] = [parseNode(text, leftNode), parseNode(text, rightNode)]

  // The sign of a literal belongs to it in the grammar, but `^` binds tighter: -1^2 is -(1^2).
  if (op === '^' && left.kind === 'number' && leftNode.name === 'NumberDurationLiteral' && /^[-+]/.test(textOf(text, leftNode))) {
    const negative = textOf(text, leftNode).startsWith('-')
    const base: Expr = { ...left, value: negative ? -left.value : left.value }
    return { kind: 'unary', negative, expr: { kind: 'binary', op, left: base, right, bool: false, matching: matchingOf(text, null), pos: node.from }, pos: node.from }
  }
  return checkBinary(
    text,
    { kind: 'binary', op, left, right, bool: node.getChild('BoolModifier') !== null, matching: matchingOf(text, clause), pos: node.from },
    opNode.from,
    clause !== null,
  )
}

function matchingOf(text: string, clause: SyntaxNode | null): Matching {
  if (clause === null) return { on: false, labels: [], group: null, include: [] }
  const [labels, include] = clause.getChildren('GroupingLabels')
  return {
    on: clause.getChild('On') !== null,
    labels: labelNames(text, labels ?? null),
    group: clause.getChild('GroupLeft') ? 'left' : clause.getChild('GroupRight') ? 'right' : null,
    include: labelNames(text, include ?? null),
  }
}
