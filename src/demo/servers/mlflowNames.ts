import { invalid } from './mlflowError'

/** Refuses a model name as MLflow does: only empty ones, `/`, `:` and what looks like a path upwards. */
export function checkModelName(name: string): void {
  if (name.trim() === '') throw invalid("Missing value for required parameter 'name'.")
  if (/[/:]/.test(name)) throw invalid(`Invalid model name '${name}'. Names cannot contain '/' or ':'.`)
  if (name === '.' || name === '..') throw invalid(`Invalid value ${JSON.stringify(name)} for parameter 'name' supplied: ${pathHint(name)}`)
}

export function checkTag(key: string, value: string): void {
  const refuse = (why: string) => invalid(`Invalid value ${JSON.stringify(key)} for parameter 'key' supplied: ${why}`)
  if (!/^[/\p{L}\p{N}_.\- :]*$/u.test(key)) {
    throw refuse('Names may only contain alphanumerics, underscores (_), dashes (-), periods (.), spaces ( ), colon(:) and slashes (/).')
  }
  if (key === '' || key.startsWith('/') || key.endsWith('/') || key.split('/').some((part) => part === '' || part === '.' || part === '..')) {
    throw refuse(pathHint(key))
  }
  if (key.length > 250) throw invalid("'key' exceeds the maximum length of 250 characters")
  if (value.length > 100_000) throw invalid("'value' exceeds the maximum length of 100000 characters")
}

export function checkAlias(alias: string): void {
  if (alias === '') throw invalid('Registered model alias name cannot be empty.')
  if (!/^[\p{L}\p{N}_-]*$/u.test(alias)) {
    throw invalid(`Invalid alias name: '${alias}'. Names may only contain alphanumerics, underscores (_), and dashes (-).`)
  }
  if (alias.length > 255) throw invalid("'Registered model alias name' exceeds the maximum length of 255 characters")
}

/** Names that MLflow keeps for its own `models:/` addresses. */
export function checkAliasNotReserved(alias: string): void {
  if (alias.toLowerCase() === 'latest') throw invalid("'latest' alias name (case insensitive) is reserved.")
  if (/^v\d+$/i.test(alias)) throw invalid(`Version alias name '${alias}' is reserved.`)
}

function pathHint(name: string): string {
  return `Names may be treated as files in certain cases, and must not resolve to other names when treated as such. This name would resolve to '${name}'`
}
