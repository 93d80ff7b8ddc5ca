import { absent } from './absence'
import { withScalar } from './binary'
import { elementwise, withScalars } from './elementwise'
import type { Evaluation } from './evaluation'
import { histogramQuantile } from './histogramQuantile'
import { evaluateSelector } from './instantSelector'
import { labelJoin, labelReplace } from './labelFunction'
import { overTime, predictLinear, quantileOverTime } from './overTime'
import { executionError } from './promqlError'
import type { CallExpr, Expr } from './syntax'
import type { Column, Value } from './value'
import { evaluateRange, overWindows, type Ranges } from './window'

function constant(value: number, steps: number): Float64Array {
  return new Float64Array(steps).fill(value)
}

function single(values: Float64Array): Column {
  return { labels: {}, values, has: new Uint8Array(values.length).fill(1) }
}

function columns(found: readonly Column[]): Value {
  return { type: 'vector', columns: found }
}

/** Evaluates a function call whose arguments have been checked. */
export function evaluateCall(evaluation: Evaluation, { name, args }: CallExpr, times: Float64Array): Value {
  const steps = times.length
  const seconds = times.map((time) => time / 1000)
  const value = (i: number): Value => {
    const arg = args[i]
    return arg === undefined ? { type: 'vector', columns: [single(seconds)] } : evaluation.evaluate(arg, times)
  }
  const vector = (i: number): readonly Column[] => {
    const found = value(i)
    return found.type === 'vector' ? found.columns : []
  }
  const scalar = (i: number): Float64Array => {
    const found = value(i)
    return found.type === 'scalar' ? found.values : constant(Number.NaN, steps)
  }
  const string = (i: number): string => {
    const found = value(i)
    return found.type === 'string' ? found.value : ''
  }

  const windowed = overTime.get(name)
  if (windowed) return columns(overWindows(ranges(evaluation, args[0], times), times, windowed, name === 'last_over_time'))
  const each = elementwise.get(name)
  if (each) return columns(withScalar(vector(0), each, true))
  const bounded = withScalars.get(name)
  if (bounded) {
    const [first, second] = [args[1] ? scalar(1) : null, args[2] ? scalar(2) : null]
    return columns(withScalar(vector(0), (sample, i) => bounded(sample, first?.[i], second?.[i]), true))
  }
  switch (name) {
    case 'absent':
      return columns(args[0] ? absent(args[0], vector(0), steps) : [])
    case 'absent_over_time':
      return columns(args[0] ? absent(args[0], overWindows(ranges(evaluation, args[0], times), times, () => 1, true), steps) : [])
    case 'histogram_quantile':
      return columns(histogramQuantile(scalar(0), vector(1)))
    case 'quantile_over_time': {
      const q = scalar(0)
      return columns(overWindows(ranges(evaluation, args[1], times), times, (window) => quantileOverTime(window, q[window.step] ?? Number.NaN)))
    }
    case 'predict_linear': {
      const ahead = scalar(1)
      return columns(overWindows(ranges(evaluation, args[0], times), times, (window) => predictLinear(window, ahead[window.step] ?? 0)))
    }
    case 'label_replace':
      return columns(labelReplace(vector(0), string(1), string(2), string(3), string(4)))
    case 'label_join':
      return columns(labelJoin(vector(0), string(1), string(2), args.slice(3).map((_, i) => string(i + 3))))
    case 'pi':
      return { type: 'scalar', values: constant(Math.PI, steps) }
    case 'scalar':
      return { type: 'scalar', values: onlyElement(vector(0), steps) }
    case 'sort':
    case 'sort_desc':
      return columns(sorted(vector(0), name === 'sort_desc'))
    case 'time':
      return { type: 'scalar', values: seconds }
    case 'timestamp': {
      const arg = args[0]
      // Of a plain selector it is the sample's own time, of anything else the evaluation's.
      const found = arg?.kind === 'selector' ? evaluateSelector(evaluation, arg, times, 'time') : vector(0).map((one) => ({ ...one, values: seconds }))
      return columns(withScalar(found, (at) => at, true))
    }
    case 'vector':
      return columns([single(scalar(0))])
    default:
      throw executionError(`unknown function with name "${name}"`)
  }
}

function ranges(evaluation: Evaluation, arg: Expr | undefined, times: Float64Array): Ranges {
  if (arg?.kind === 'range' || arg?.kind === 'subquery') return evaluateRange(evaluation, arg, times)
  throw new TypeError('a range function without a range in a checked call')
}

/** The value at the steps with exactly one element, else NaN. */
function onlyElement(columns: readonly Column[], steps: number): Float64Array {
  return constant(Number.NaN, steps).map((nan, i) => {
    const present = columns.filter((column) => column.has[i] === 1)
    return present.length === 1 ? (present[0]?.values[i] ?? nan) : nan
  })
}

/** Order exists in an instant vector alone; NaN comes last either way. */
function sorted(columns: readonly Column[], descending: boolean): Column[] {
  return columns.toSorted((a, b) => {
    const [left, right] = [a.values[0] ?? 0, b.values[0] ?? 0]
    if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(left)) - Number(Number.isNaN(right))
    return descending ? right - left : left - right
  })
}
