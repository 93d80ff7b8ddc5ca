import { readFileSync } from 'node:fs'

/** One version as train.py logged it. */
export interface LoggedVersion {
  version: string
  run_id: string
  metrics: Record<string, number>
  aliases: string[]
}

/** A variable that scripts/live.mjs sets. */
export function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: run these tests with npm run test:live`)
  return value
}

/** What train.py logged of a model, by the file that `variable` names. */
export function loggedVersions(model: string, variable = 'MODELDECK_LIVE_FACTS'): LoggedVersion[] {
  const facts: Record<string, LoggedVersion[]> = JSON.parse(readFileSync(setting(variable), 'utf8'))
  const versions = facts[model]
  if (!versions) throw new Error(`${model} was not trained`)
  return versions
}

/** MLflow asked by its own API, beside the app. */
export class Registry {
  readonly #api: string
  constructor(url: string) {
    this.#api = `${url}/api/2.0/mlflow`
  }

  async #get(path: string, query: Record<string, string>): Promise<unknown> {
    const answer = await fetch(`${this.#api}/${path}?${new URLSearchParams(query).toString()}`)
    return answer.ok ? answer.json() : null
  }

  /** The version that an alias points to; null when there is none. */
  async versionOf(name: string, alias: string): Promise<string | null> {
    const body = await this.#get('registered-models/alias', { name, alias })
    return string(child(child(body, 'model_version'), 'version'))
  }

  /** The tags of a version. */
  async tagsOf(name: string, version: string): Promise<Record<string, string>> {
    const body = await this.#get('model-versions/get', { name, version })
    const tags = child(child(body, 'model_version'), 'tags')
    if (!Array.isArray(tags)) return {}
    return Object.fromEntries(tags.map((tag: unknown) => [string(child(tag, 'key')) ?? '', string(child(tag, 'value')) ?? '']))
  }
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
