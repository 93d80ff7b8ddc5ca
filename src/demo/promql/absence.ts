import { nameLabel } from './labels'
import type { Labels } from './matcher'
import type { Expr } from './syntax'
import { emptyColumn, isEmpty, type Column } from './value'

/** absent(): one element of value 1 at the steps where the vector has none. */
export function absent(expr: Expr, columns: readonly Column[], steps: number): Column[] {
  const out = emptyColumn(labelsOf(expr), steps)
  for (let i = 0; i < steps; i++) {
    if (columns.some((column) => column.has[i] === 1)) continue
    out.has[i] = 1
    out.values[i] = 1
  }
  return isEmpty(out) ? [] : [out]
}

/** The labels that the missing series would have had, as far as its selector pins them. */
function labelsOf(expr: Expr): Labels {
  const selector = expr.kind === 'range' ? expr.selector : expr
  if (selector.kind !== 'selector') return {}
  const pinned = new Map<string, string | null>()
  for (const { name, op, value } of selector.matchers) {
    if (name !== nameLabel) pinned.set(name, op === '=' && !pinned.has(name) ? value : null)
  }
  return Object.fromEntries([...pinned].flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value]])))
}
