/** A name that is not the same everywhere; `null`: it is absent there. */
export interface KeyedDifference {
  name: string
  values: readonly (string | null)[]
}

/** What several records differ in, and what they share. */
export interface KeyedDifferences {
  differing: readonly KeyedDifference[]
  same: readonly (readonly [name: string, value: string])[]
}

const byName = new Intl.Collator('en', { numeric: true })

/** Compares records by name. Those that are not known (`null`) differ in nothing. */
export function keyedDifferences(records: readonly (Readonly<Record<string, string>> | null)[]): KeyedDifferences {
  const names = [...new Set(records.flatMap((record) => Object.keys(record ?? {})))].toSorted(byName.compare)
  const all = names.map((name) => ({
    name,
    values: records.map((record) => (record !== null && Object.hasOwn(record, name) ? (record[name] ?? null) : null)),
  }))
  const isSame = ({ values }: KeyedDifference) => new Set(values.filter((_, index) => records[index] !== null)).size <= 1
  return {
    differing: all.filter((one) => !isSame(one)),
    same: all.filter(isSame).map(({ name, values }) => [name, values.find((value) => value !== null) ?? ''] as const),
  }
}
