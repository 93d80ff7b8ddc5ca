import type { Labels } from './matcher'

export const nameLabel = '__name__'

/** Label names in the order that Prometheus sorts by; absent and empty labels are the same. */
function names(labels: Labels): string[] {
  return Object.keys(labels)
    .filter((name) => labels[name] !== '')
    .toSorted()
}

/** Equal for equal label sets, however they were built. */
export function labelKey(labels: Labels): string {
  let key = ''
  for (const name of names(labels)) key += `${name}\u0000${labels[name] ?? ''}\u0001`
  return key
}

/** The label set without empty values and without these names. */
export function dropLabels(labels: Labels, dropped: ReadonlySet<string>): Labels {
  return Object.fromEntries(names(labels).flatMap((name) => (dropped.has(name) ? [] : [[name, labels[name] ?? '']])))
}

/** The label set reduced to these names. */
export function keepLabels(labels: Labels, kept: readonly string[]): Labels {
  const result: Record<string, string> = {}
  for (const name of kept.toSorted()) {
    const value = labels[name]
    if (value !== undefined && value !== '') result[name] = value
  }
  return result
}

const onlyName = new Set([nameLabel])

export function dropName(labels: Labels): Labels {
  return dropLabels(labels, onlyName)
}

/** As Prometheus writes a label set in messages: `{a="b", c="d"}`. */
export function formatLabels(labels: Labels): string {
  const pairs = names(labels).map((name) => `${name}=${JSON.stringify(labels[name])}`)
  return `{${pairs.join(', ')}}`
}

/** The order of Prometheus's results: by names and values, pairwise. */
export function compareLabels(a: Labels, b: Labels): number {
  const [left, right] = [names(a), names(b)]
  for (const [i, name] of left.entries()) {
    const other = right[i]
    if (other === undefined) return 1
    if (name !== other) return name < other ? -1 : 1
    const [value, otherValue] = [a[name] ?? '', b[other] ?? '']
    if (value !== otherValue) return value < otherValue ? -1 : 1
  }
  return left.length - right.length
}
