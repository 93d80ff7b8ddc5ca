import { nameLabel } from './labels'
import type { Labels } from './matcher'
import { executionError, PromqlError } from './promqlError'
import { compileRegexp } from './regexp'
import { mergeColumns, type Column } from './value'

const labelName = /^[a-zA-Z_][a-zA-Z0-9_]*$/

function withLabel(labels: Labels, name: string, value: string): Labels {
  const rest = Object.entries(labels).filter(([known]) => known !== name)
  return Object.fromEntries(value === '' ? rest : [...rest, [name, value]])
}

function pattern(source: string): RegExp {
  try {
    return compileRegexp(source)
  } catch (error) {
    throw error instanceof PromqlError ? executionError(`invalid regular expression in label_replace(): ${source}`) : error
  }
}

export function labelReplace(columns: readonly Column[], target: string, replacement: string, source: string, regexp: string): Column[] {
  const compiled = pattern(regexp)
  if (!labelName.test(target)) throw executionError(`invalid destination label name in label_replace(): ${target}`)
  return mergeColumns(
    columns.map((column) => {
      const match = compiled.exec(column.labels[source] ?? '')
      return match ? { ...column, labels: withLabel(column.labels, target, expand(replacement, match)) } : column
    }),
  )
}

/** Go's template: `$1`, `${1}`, `$name`, `${name}`, `$$`; an unknown name is empty. */
function expand(template: string, match: RegExpExecArray): string {
  return template.replace(/\$(?:\$|(\w+)|\{(\w+)\})/g, (_all, bare: string | undefined, braced: string | undefined) => {
    const name = bare ?? braced
    if (name === undefined) return '$'
    return (/^\d+$/.test(name) ? match[Number(name)] : match.groups?.[name]) ?? ''
  })
}

export function labelJoin(columns: readonly Column[], target: string, separator: string, sources: readonly string[]): Column[] {
  if (!labelName.test(target) && target !== nameLabel) throw executionError(`invalid destination label name in label_join(): ${target}`)
  return mergeColumns(
    columns.map((column) => ({
      ...column,
      labels: withLabel(column.labels, target, sources.map((name) => column.labels[name] ?? '').join(separator)),
    })),
  )
}
