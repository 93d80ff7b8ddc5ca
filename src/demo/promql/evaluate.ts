import type { MetricStore } from '@/demo/world/metricStore'
import { foldGroups, groupColumns } from './aggregate'
import { evaluateBinary, withScalar } from './binary'
import { evaluateCall } from './call'
import type { Evaluation } from './evaluation'
import { evaluateSelector } from './instantSelector'
import { executionError } from './promqlError'
import { countValues, rank } from './ranking'
import type { AggregateExpr, Expr } from './syntax'
import type { Value } from './value'

/**
 * Evaluates a checked expression at all steps at once: each selector reads the store once for the whole
 * window, and every node computes columns over the steps.
 */
export function startEvaluation(store: MetricStore, startMs: number, endMs: number): Evaluation {
  const evaluation: Evaluation = {
    store,
    startMs,
    endMs,
    selected: new Map(),
    evaluate: (expr, times) => evaluateNode(evaluation, expr, times),
  }
  return evaluation
}

function evaluateNode(evaluation: Evaluation, expr: Expr, times: Float64Array): Value {
  switch (expr.kind) {
    case 'number':
      return { type: 'scalar', values: new Float64Array(times.length).fill(expr.value) }
    case 'string':
      return { type: 'string', value: expr.value }
    case 'selector':
      return { type: 'vector', columns: evaluateSelector(evaluation, expr, times) }
    case 'call':
      return evaluateCall(evaluation, expr, times)
    case 'aggregate':
      return evaluateAggregate(evaluation, expr, times)
    case 'binary':
      return evaluateBinary(expr, evaluateNode(evaluation, expr.left, times), evaluateNode(evaluation, expr.right, times))
    case 'unary': {
      const value = evaluateNode(evaluation, expr.expr, times)
      if (!expr.negative || value.type === 'string') return value
      if (value.type === 'scalar') return { type: 'scalar', values: value.values.map((one) => -one) }
      return { type: 'vector', columns: withScalar(value.columns, (one) => -one, true) }
    }
    default:
      throw executionError(`unhandled expression of type "${expr.kind}"`)
  }
}

function evaluateAggregate(evaluation: Evaluation, expr: AggregateExpr, times: Float64Array): Value {
  const value = evaluateNode(evaluation, expr.expr, times)
  const parameter = expr.param ? evaluateNode(evaluation, expr.param, times) : null
  const groups = groupColumns(expr, value.type === 'vector' ? value.columns : [])
  if (parameter?.type === 'string') return { type: 'vector', columns: countValues(groups, parameter.value, times.length) }
  const scalar = parameter?.type === 'scalar' ? parameter.values : null
  if (scalar && expr.op !== 'quantile') return { type: 'vector', columns: rank(groups, scalar, expr.op === 'topk') }
  return { type: 'vector', columns: foldGroups(expr.op, groups, times.length, scalar) }
}
