import { readFileSync } from 'node:fs'

const stages = ['Staging', 'Production', 'Archived'] as const

/** One version as train.py logged it. */
export interface LoggedVersion {
  version: string
  run_id: string
  metrics: Record<string, number>
  aliases: string[]
}

/** What a registry holds of one model, as plain data. */
export interface HeldModel {
  aliases: Record<string, string>
  tags: Record<string, string>
  /** By number; `null`: the stage `None`. */
  versions: Record<string, { stage: (typeof stages)[number] | null; tags: Record<string, string> }>
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

/** MLflow asked by its own API, beside the app. `login`: `user:password` of an MLflow with accounts. */
export class Registry {
  readonly #server: string
  readonly #headers: Record<string, string>
  constructor(url: string, login?: string) {
    this.#server = url
    this.#headers = login === undefined ? {} : { Authorization: `Basic ${Buffer.from(login).toString('base64')}` }
  }

  async #get(path: string, query: Record<string, string>): Promise<unknown> {
    const answer = await fetch(`${this.#server}/api/2.0/mlflow/${path}?${new URLSearchParams(query).toString()}`, { headers: this.#headers })
    return answer.ok ? answer.json() : null
  }

  /** Sends a write below `/api/`. @throws Error with the server's words when it is refused */
  async send(path: string, body: object, method: 'POST' | 'PATCH' | 'DELETE' = 'POST'): Promise<unknown> {
    const headers = { ...this.#headers, 'Content-Type': 'application/json' }
    const answer = await fetch(`${this.#server}/api/${path}`, { method, headers, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return text.startsWith('{') ? JSON.parse(text) : text
  }

  /** A finished run that keeps a model and logged these metrics; its id and the model's address. */
  async createRun(metrics: Record<string, number>): Promise<{ run_id: string; source: string }> {
    const body = await this.send('2.0/mlflow/runs/create', { experiment_id: '0', start_time: 1_772_000_000_000 })
    const run_id = string(child(child(child(body, 'run'), 'info'), 'run_id')) ?? ''
    const logged = Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: 1_772_000_000_000, step: 0 }))
    await this.send('2.0/mlflow/runs/log-batch', { run_id, metrics: logged })
    await this.send('2.0/mlflow/runs/update', { run_id, status: 'FINISHED', end_time: 1_772_000_060_000 })
    const folder = `0/${run_id}/artifacts/model`
    const headers = this.#headers
    const answer = await fetch(`${this.#server}/api/2.0/mlflow-artifacts/artifacts/${folder}/MLmodel`, { method: 'PUT', headers, body: 'artifact_path: model\nflavors: {}\n' })
    if (!answer.ok) throw new Error(`uploading MLmodel: ${answer.status} ${await answer.text()}`)
    return { run_id, source: `mlflow-artifacts:/${folder}` }
  }

  /** Registers a version; of no run, unless it is given one. */
  async createVersion(name: string, tags: Record<string, string>, run?: { run_id: string; source: string }): Promise<string> {
    const body = await this.send('2.0/mlflow/model-versions/create', { name, tags: asList(tags), ...(run ?? { source: 's3://models/none' }) })
    return string(child(child(body, 'model_version'), 'version')) ?? ''
  }

  /** Registers a model with everything that `held` says of it. Its versions must be numbered from 1. */
  async create(name: string, held: HeldModel, run?: { run_id: string; source: string }): Promise<void> {
    await this.send('2.0/mlflow/registered-models/create', { name, tags: asList(held.tags) })
    for (const { tags } of Object.values(held.versions)) await this.createVersion(name, tags, run)
    for (const [version, { stage }] of Object.entries(held.versions))
      if (stage !== null) await this.send('2.0/mlflow/model-versions/transition-stage', { name, version, stage, archive_existing_versions: false })
    for (const [alias, version] of Object.entries(held.aliases)) await this.send('2.0/mlflow/registered-models/alias', { name, alias, version })
  }

  /** Makes a user of an MLflow with accounts, and returns their login. */
  async createUser(username: string): Promise<string> {
    const password = `${username}, and twelve more`
    await this.send('2.0/mlflow/users/create', { username, password })
    return `${username}:${password}`
  }

  /** Lets users do what EDIT allows with a model, and no more. */
  async letEdit(name: string, usernames: readonly string[]): Promise<void> {
    for (const username of usernames)
      await this.send('3.0/mlflow/users/permissions/grant', { username, resource_type: 'registered_model', resource_id: name, permission: 'EDIT' })
  }

  /** What it holds of a model now. */
  async read(name: string): Promise<HeldModel> {
    const filter = `name = '${name}'`
    const [models, found] = await Promise.all([
      this.#get('registered-models/search', { filter }),
      this.#get('model-versions/search', { filter, max_results: '1000' }),
    ])
    const [model] = list(models, 'registered_models')
    if (model === undefined) throw new Error(`There is no model ${name}`)
    const versions = list(found, 'model_versions').map((version): [string, HeldModel['versions'][string]] => {
      const stage = stages.find((one) => one === child(version, 'current_stage')) ?? null
      return [string(child(version, 'version')) ?? '', { stage, tags: pairs(version, 'tags', 'key', 'value') }]
    })
    return { aliases: pairs(model, 'aliases', 'alias', 'version'), tags: pairs(model, 'tags', 'key', 'value'), versions: Object.fromEntries(versions.toReversed()) }
  }

  /** The version that an alias points to; null when there is none. */
  async versionOf(name: string, alias: string): Promise<string | null> {
    const body = await this.#get('registered-models/alias', { name, alias })
    return string(child(child(body, 'model_version'), 'version'))
  }

  /** The tags of a version. */
  async tagsOf(name: string, version: string): Promise<Record<string, string>> {
    const body = await this.#get('model-versions/get', { name, version })
    return pairs(child(body, 'model_version'), 'tags', 'key', 'value')
  }
}

function asList(tags: Record<string, string>): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }))
}

function child(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null && key in value ? Object.entries(value).find(([name]) => name === key)?.[1] : undefined
}

/** MLflow leaves empty lists out. */
function list(value: unknown, key: string): unknown[] {
  const found = child(value, key)
  return Array.isArray(found) ? found : []
}

function pairs(value: unknown, key: string, name: string, content: string): Record<string, string> {
  return Object.fromEntries(list(value, key).map((one) => [string(child(one, name)) ?? '', string(child(one, content)) ?? '']))
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
