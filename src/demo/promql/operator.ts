import { isArithmetic, type ArithmeticOp, type ComparisonOp } from './syntax'

type Operation = (a: number, b: number) => number

/** Go's math.Pow differs from JavaScript's where C's does: 1^anything and (-1)^±Inf are 1. */
function power(a: number, b: number): number {
  return a === 1 || (a === -1 && Math.abs(b) === Infinity) ? 1 : a ** b
}

const arithmetic: Readonly<Record<ArithmeticOp, Operation>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '^': power,
  atan2: Math.atan2,
}

const comparison: Readonly<Record<ComparisonOp, (a: number, b: number) => boolean>> = {
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '<': (a, b) => a < b,
  '>=': (a, b) => a >= b,
  '<=': (a, b) => a <= b,
}

/**
 * What an operator makes of two samples: a value, or `null` when a comparison filters the pair out.
 * A comparison keeps the left value, or with `bool` says 0 or 1.
 */
export function operation(op: ArithmeticOp | ComparisonOp, bool: boolean): (a: number, b: number) => number | null {
  if (isArithmetic(op)) return arithmetic[op]
  const holds = comparison[op]
  return bool ? (a, b) => (holds(a, b) ? 1 : 0) : (a, b) => (holds(a, b) ? a : null)
}
