import type { LabelMatcher } from '@/demo/world/metricStore'

/** The type of an expression, in Prometheus's own words. */
export type ValueType = 'scalar' | 'string' | 'instant vector' | 'range vector'

export type ArithmeticOp = '+' | '-' | '*' | '/' | '%' | '^' | 'atan2'
export type ComparisonOp = '==' | '!=' | '>' | '<' | '>=' | '<='
export type SetOp = 'and' | 'or' | 'unless'
export type AggregateOp =
  | 'sum'
  | 'avg'
  | 'min'
  | 'max'
  | 'count'
  | 'group'
  | 'stddev'
  | 'stdvar'
  | 'topk'
  | 'bottomk'
  | 'quantile'
  | 'count_values'

/** When a selector looks: the evaluation's own time, or a fixed one (`@`), shifted back by `offsetMs`. */
export interface Instant {
  at: number | 'start' | 'end' | null
  offsetMs: number
}

interface Span {
  /** Offset into the text; where Prometheus points in its messages. */
  pos: number
}

export interface SelectorExpr extends Span, Instant {
  kind: 'selector'
  matchers: readonly LabelMatcher[]
}
export interface RangeExpr extends Span {
  kind: 'range'
  selector: SelectorExpr
  rangeMs: number
}
export interface SubqueryExpr extends Span, Instant {
  kind: 'subquery'
  expr: Expr
  rangeMs: number
  /** `null`: the server's default. */
  stepMs: number | null
}
export interface CallExpr extends Span {
  kind: 'call'
  name: string
  args: readonly Expr[]
}
export interface AggregateExpr extends Span {
  kind: 'aggregate'
  op: AggregateOp
  expr: Expr
  param: Expr | null
  without: boolean
  labels: readonly string[]
}
/** How two vectors are joined. `group` names the side with many series for one of the other. */
export interface Matching {
  on: boolean
  labels: readonly string[]
  group: 'left' | 'right' | null
  include: readonly string[]
}
export interface BinaryExpr extends Span {
  kind: 'binary'
  op: ArithmeticOp | ComparisonOp | SetOp
  left: Expr
  right: Expr
  bool: boolean
  matching: Matching
}
export interface UnaryExpr extends Span {
  kind: 'unary'
  negative: boolean
  expr: Expr
}
export type Expr =
  | (Span & { kind: 'number'; value: number })
  | (Span & { kind: 'string'; value: string })
  | SelectorExpr
  | RangeExpr
  | SubqueryExpr
  | CallExpr
  | AggregateExpr
  | BinaryExpr
  | UnaryExpr

const arithmeticOps: ReadonlySet<string> = new Set<ArithmeticOp>(['+', '-', '*', '/', '%', '^', 'atan2'])
const comparisonOps: ReadonlySet<string> = new Set<ComparisonOp>(['==', '!=', '>', '<', '>=', '<='])
const setOps: ReadonlySet<string> = new Set<SetOp>(['and', 'or', 'unless'])

export function isArithmetic(op: string): op is ArithmeticOp {
  return arithmeticOps.has(op)
}
export function isComparison(op: string): op is ComparisonOp {
  return comparisonOps.has(op)
}
export function isSet(op: string): op is SetOp {
  return setOps.has(op)
}

const aggregateOps: Readonly<Record<AggregateOp, ValueType | null>> = {
  sum: null,
  avg: null,
  min: null,
  max: null,
  count: null,
  group: null,
  stddev: null,
  stdvar: null,
  topk: 'scalar',
  bottomk: 'scalar',
  quantile: 'scalar',
  count_values: 'string',
}

export function isAggregate(op: string): op is AggregateOp {
  return Object.hasOwn(aggregateOps, op)
}

/** The type of an aggregation's parameter, or `null` for those without one. */
export function parameterType(op: AggregateOp): ValueType | null {
  return aggregateOps[op]
}
