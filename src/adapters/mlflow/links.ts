import type { ModelRef, RegisteredModel } from '@/domain/model'
import type { Run } from '@/domain/run'
import type { ModelVersion, VersionRef } from '@/domain/version'
import type { LoadingSnippet } from '@/ports/registry'
import type { Connection } from './connection'

/** The page of MLflow's own UI; `null`: there is none. */
export function webUrl(connection: Connection, to: ModelRef | VersionRef | { run: Run }): string | null {
  if (connection.webUrl === null) return null
  const ui = `${(connection.webUrl ?? connection.baseUrl).replace(/\/+$/, '')}/#`
  if (!('run' in to)) {
    const model = `${ui}/models/${encode(to.name)}`
    return 'version' in to ? `${model}/versions/${encode(to.version)}` : model
  }
  const { id, experimentId } = to.run
  if (experimentId === null) return null
  return `${ui}/experiments/${encode(experimentId)}/${id.startsWith('m-') ? 'models' : 'runs'}/${encode(id)}`
}

/** By alias where one points here: that address stays right after the next promotion. */
export function loadingSnippets(
  { aliasNames, webUrl, baseUrl }: Connection,
  version: ModelVersion,
  model: RegisteredModel,
): readonly LoadingSnippet[] {
  const { name, version: number } = version.ref
  const pointing = Object.keys(model.aliases).filter((alias) => model.aliases[alias] === number)
  const alias = pointing.find((one) => one === aliasNames.production) ?? pointing[0]
  const uri = alias === undefined ? `models:/${name}/${number}` : `models:/${name}@${alias}`
  const server = webUrl === null ? undefined : [webUrl, baseUrl].find((url) => url !== undefined && /^https?:/.test(url))
  const python = [
    'import mlflow',
    '',
    // A path of this page's host means nothing to a script.
    ...(server === undefined ? [] : [`mlflow.set_tracking_uri(${JSON.stringify(server)})`]),
    `model = mlflow.pyfunc.load_model(${JSON.stringify(uri)})`,
  ]
  const quoted = `'${uri.replaceAll("'", `'\\''`)}'`
  const environment = server === undefined ? '' : `MLFLOW_TRACKING_URI='${server}' `
  return [
    { label: 'Address', language: 'text', code: uri },
    { label: 'Python', language: 'python', code: python.join('\n') },
    { label: 'Serve', language: 'bash', code: `${environment}mlflow models serve --model-uri ${quoted} --port 5001` },
    { label: 'Download', language: 'bash', code: `${environment}mlflow artifacts download --artifact-uri ${quoted}` },
  ]
}

/** As encodeURIComponent, which throws on half of a surrogate pair. */
function encode(text: string): string {
  return new URLSearchParams([['', text]]).toString().slice(1).replaceAll('+', '%20')
}
