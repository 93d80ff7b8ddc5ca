import { joinVectors } from './join'
import { dropName } from './labels'
import { operation } from './operator'
import { combineSets } from './setOperation'
import { isArithmetic, isComparison, isSet, type BinaryExpr } from './syntax'
import { emptyColumn, isEmpty, mergeColumns, type Column, type Value } from './value'

export function evaluateBinary(expr: BinaryExpr, left: Value, right: Value): Value {
  const { op, bool } = expr
  if (left.type === 'string' || right.type === 'string') throw new TypeError('a string in a checked binary expression')
  if (isSet(op)) {
    if (left.type === 'vector' && right.type === 'vector') return { type: 'vector', columns: combineSets(op, expr.matching, left.columns, right.columns) }
    throw new TypeError('a scalar in a checked set operation')
  }
  const compute = operation(op, bool)
  if (left.type === 'scalar' && right.type === 'scalar') {
    return { type: 'scalar', values: left.values.map((value, i) => compute(value, right.values[i] ?? 0) ?? Number.NaN) }
  }
  // atan2 was forgotten in 2.42's list of operators that drop the name, and keeps it.
  const losesName = (isArithmetic(op) && op !== 'atan2') || bool
  if (left.type === 'vector' && right.type === 'vector') return { type: 'vector', columns: joinVectors(expr.matching, compute, losesName, left.columns, right.columns) }
  if (left.type === 'vector' && right.type === 'scalar') {
    return { type: 'vector', columns: withScalar(left.columns, (value, i) => compute(value, right.values[i] ?? 0), losesName) }
  }
  if (left.type === 'scalar' && right.type === 'vector') {
    const filters = isComparison(op) && !bool
    // A comparison keeps the element of the vector, on whichever side it stands.
    const one = (value: number, i: number): number | null => {
      const result = compute(left.values[i] ?? 0, value)
      return filters && result !== null ? value : result
    }
    return { type: 'vector', columns: withScalar(right.columns, one, losesName) }
  }
  throw new TypeError('not a checked binary expression')
}

/** Maps each sample; `null` drops it. */
export function withScalar(columns: readonly Column[], compute: (value: number, step: number) => number | null, losesName: boolean): Column[] {
  const mapped = columns.map(({ labels, values, has }) => {
    const out = emptyColumn(losesName ? dropName(labels) : labels, values.length)
    for (let i = 0; i < values.length; i++) {
      if (has[i] === 0) continue
      const value = compute(values[i] ?? 0, i)
      if (value === null) continue
      out.has[i] = 1
      out.values[i] = value
    }
    return out
  })
  const present = mapped.filter((column) => !isEmpty(column))
  return losesName ? mergeColumns(present) : present
}
