import { parseError } from './promqlError'
import { signatureOf } from './signature'
import { isComparison, isSet, parameterType, type AggregateExpr, type BinaryExpr, type CallExpr, type Expr, type UnaryExpr, type ValueType } from './syntax'

/** The type of a checked expression. */
export function typeOf(expr: Expr): ValueType {
  if (expr.kind === 'number') return 'scalar'
  if (expr.kind === 'string') return 'string'
  if (expr.kind === 'range' || expr.kind === 'subquery') return 'range vector'
  if (expr.kind === 'call') return signatureOf(expr.name)?.returns ?? 'instant vector'
  if (expr.kind === 'unary') return typeOf(expr.expr)
  if (expr.kind === 'binary') return typeOf(expr.left) === 'scalar' && typeOf(expr.right) === 'scalar' ? 'scalar' : 'instant vector'
  return 'instant vector'
}

function expectType(text: string, expr: Expr, wanted: ValueType, where: string): void {
  const got = typeOf(expr)
  if (got !== wanted) throw parseError(text, expr.pos, `expected type ${wanted} in ${where}, got ${got}`)
}

export function checkCall(text: string, call: CallExpr): CallExpr {
  const signature = signatureOf(call.name)
  if (!signature) throw parseError(text, call.pos, `unknown function with name "${call.name}"`)
  const [max, got] = [signature.args.length, call.args.length]
  const refuse = (words: string): never => {
    throw parseError(text, call.pos, `expected ${words} argument(s) in call to "${call.name}", got ${got}`)
  }
  if (signature.optional === 0 && got !== max) refuse(String(max))
  const min = max - (signature.optional > 0 ? 1 : 0)
  if (got < min) refuse(`at least ${min}`)
  if (got > min + signature.optional) refuse(`at most ${min + signature.optional}`)
  for (const [i, arg] of call.args.entries()) {
    const wanted = signature.args[Math.min(i, max - 1)]
    if (wanted) expectType(text, arg, wanted, `call to function "${call.name}"`)
  }
  return call
}

export function checkAggregate(text: string, expr: AggregateExpr): AggregateExpr {
  expectType(text, expr.expr, 'instant vector', 'aggregation expression')
  const wanted = parameterType(expr.op)
  if (wanted !== null && expr.param) expectType(text, expr.param, wanted, 'aggregation parameter')
  return expr
}

export function checkUnary(text: string, expr: UnaryExpr): UnaryExpr {
  const type = typeOf(expr.expr)
  if (type === 'scalar' || type === 'instant vector') return expr
  throw parseError(text, expr.pos, `unary expression only allowed on expressions of type scalar or instant vector, got "${type}"`)
}

/** `opAt` is where the operator stands, `matched` whether the text had `on` or `ignoring`. */
export function checkBinary(text: string, expr: BinaryExpr, opAt: number, matched: boolean): BinaryExpr {
  const { op, matching } = expr
  const [left, right] = [typeOf(expr.left), typeOf(expr.right)]
  if (expr.bool && !isComparison(op)) throw parseError(text, opAt, 'bool modifier can only be used on comparison operators')
  if (isComparison(op) && !expr.bool && left === 'scalar' && right === 'scalar') {
    throw parseError(text, opAt, 'comparisons between scalars must use BOOL modifier')
  }
  const twice = matching.on ? matching.labels.find((label) => matching.include.includes(label)) : undefined
  if (twice !== undefined) throw parseError(text, opAt, `label "${twice}" must not occur in ON and GROUP clause at once`)
  for (const side of [expr.left, expr.right]) {
    if (typeOf(side) !== 'scalar' && typeOf(side) !== 'instant vector') {
      throw parseError(text, side.pos, 'binary expression must contain only scalar and instant vector types')
    }
  }
  const bothVectors = left === 'instant vector' && right === 'instant vector'
  if (!bothVectors && matched && matching.labels.length > 0) throw parseError(text, expr.pos, 'vector matching only allowed between instant vectors')
  if (isSet(op) && !bothVectors) throw parseError(text, expr.pos, `set operator "${op}" not allowed in binary scalar expression`)
  if (isSet(op) && matching.group !== null) throw parseError(text, expr.pos, `no grouping allowed for "${op}" operation`)
  return expr
}
