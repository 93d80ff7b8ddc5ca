import type { SyntaxNode, Tree } from '@lezer/common'
import { parser } from '@prometheus-io/lezer-promql'
import { checkAggregate, checkCall, checkUnary } from './check'
import { diagnose } from './diagnosis'
import { numberValue, stringValue } from './literals'
import { parseBinary } from './parseBinary'
import { parseSelector } from './parseSelector'
import { parseSuffixed } from './parseSuffix'
import { parseError } from './promqlError'
import { isAggregate, parameterType, type Expr } from './syntax'
import { labelNames, textOf } from './syntaxNode'

/**
 * A PromQL text as a checked expression: syntax by Prometheus's own grammar, types by Prometheus's rules.
 * @throws PromqlError `bad_data`, worded as Prometheus words it; also for what this evaluator does not know.
 */
export function parsePromql(text: string): Expr {
  const tree = parser.parse(text)
  const errorAt = firstError(tree)
  const top = tree.topNode.firstChild
  if (errorAt !== null || top === null) throw diagnose(text, errorAt ?? 0)
  return parseNode(text, top)
}

function firstError(tree: Tree): number | null {
  let at: number | null = null
  tree.iterate({
    enter: (node) => {
      if (node.type.isError && (at === null || node.from < at)) at = node.from
    },
  })
  return at
}

function parseNode(text: string, node: SyntaxNode): Expr {
  const pos = node.from
  switch (node.name) {
    case 'NumberDurationLiteral': {
      const value = numberValue(textOf(text, node))
      if (value === null) throw parseError(text, pos, `unexpected duration "${textOf(text, node)}"`)
      return { kind: 'number', value, pos }
    }
    case 'StringLiteral':
      return { kind: 'string', value: stringValue(text, pos, textOf(text, node)), pos }
    case 'ParenExpr': {
      const inner = node.getChild('Expr')
      if (!inner) throw diagnose(text, pos)
      return { ...parseNode(text, inner), pos }
    }
    case 'VectorSelector':
      return parseSelector(text, node)
    case 'MatrixSelector':
    case 'SubqueryExpr':
    case 'OffsetExpr':
    case 'StepInvariantExpr':
      return parseSuffixed(text, node, parseNode)
    case 'UnaryExpr': {
      const operand = node.getChild('Expr')
      if (!operand) throw diagnose(text, pos)
      const negative = textOf(text, node.getChild('UnaryOp')) === '-'
      return checkUnary(text, { kind: 'unary', negative, expr: parseNode(text, operand), pos })
    }
    case 'BinaryExpr':
      return parseBinary(text, node, parseNode)
    case 'FunctionCall': {
      const name = textOf(text, node.getChild('FunctionIdentifier'))
      return checkCall(text, { kind: 'call', name, args: parseArguments(text, node), pos })
    }
    case 'AggregateExpr':
      return parseAggregate(text, node)
    default:
      throw parseError(text, pos, `unexpected ${textOf(text, node)}`)
  }
}

function parseArguments(text: string, node: SyntaxNode): Expr[] {
  return node.getChild('FunctionCallBody')?.getChildren('Expr').map((arg) => parseNode(text, arg)) ?? []
}

function parseAggregate(text: string, node: SyntaxNode): Expr {
  const op = textOf(text, node.getChild('AggregateOp')).toLowerCase()
  if (!isAggregate(op)) throw parseError(text, node.from, `unknown function with name "${op}"`)
  const args = parseArguments(text, node)
  const expected = parameterType(op) === null ? 1 : 2
  const [first, second] = args
  if (first === undefined || args.length !== expected) {
    throw parseError(text, node.from, `wrong number of arguments for aggregate expression provided, expected ${expected}, got ${args.length}`)
  }
  const modifier = node.getChild('AggregateModifier')
  return checkAggregate(text, {
    kind: 'aggregate',
    op,
    expr: second ?? first,
    param: second ? first : null,
    without: modifier?.getChild('Without') !== null && modifier !== null,
    labels: labelNames(text, modifier?.getChild('GroupingLabels') ?? null),
    pos: node.from,
  })
}
