/**
 * MLflow's filter language has no escape inside a quoted string, so a name is written in the kind of quote
 * that it does not contain. One that has both is matched with `_` (any one character) in their place:
 * callers keep only the exact name.
 * https://mlflow.org/docs/latest/search-runs.html
 */
export function nameIs(name: string): string {
  if (!name.includes("'")) return `name='${name}'`
  if (!name.includes('"')) return `name="${name}"`
  return `name LIKE '${wildcard(name)}'`
}

/** Part of a name, in any case. `%` and `_` in it match too much: callers look again. */
export function nameContains(part: string): string {
  return `name ILIKE '%${wildcard(part)}%'`
}

/** A list is read as a Python literal, with its escapes. */
export function isOneOf(attribute: string, values: readonly string[]): string {
  const literals = values.map((value) => `'${value.replace(/[\\']/g, '\\$&')}'`)
  return `${attribute} IN (${literals.join(',')})`
}

// A backslash would escape what follows it in the LIKE of some databases.
function wildcard(text: string): string {
  return text.replace(/['\\]/g, '_')
}
