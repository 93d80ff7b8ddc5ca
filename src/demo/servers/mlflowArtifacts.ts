import type { FileTree } from '@/demo/world/registryState'
import type { World } from '@/demo/world/world'
import { type Endpoints, findVersion, reads } from './mlflowEndpoint'
import { badRequestPage, missing } from './mlflowError'
import type { MlflowParams } from './mlflowParams'

/** Lists of files; the files themselves are answered by `artifactFile`. */
export const artifactEndpoints: Endpoints = {
  'GET artifacts/list': reads((world, params) => {
    const { uri, files } = runRoot(world, params.required('run_id'))
    return listing(uri, files, params.text('path') ?? '')
  }),
  'GET logged-models/*/artifacts/directories': reads((world, params) => {
    const { uri, files } = loggedRoot(world, params.required('id'))
    return listing(uri, files, params.text('artifact_directory_path') ?? '')
  }),
}

/** The bytes of one file, by any of the three addresses; `null`: not such an address. */
export function artifactFile(world: World, path: string, params: MlflowParams): Response | null {
  const logged = /^(?:api|ajax-api)\/2\.0\/mlflow\/logged-models\/([^/]+)\/artifacts\/files$/.exec(path)?.[1]
  if (logged !== undefined) return download(loggedRoot(world, logged), params.required('artifact_file_path'))
  if (path !== 'get-artifact' && path !== 'model-versions/get-artifact') return null
  const wanted = params.text('path')
  if (wanted === null) return badRequestPage()
  if (path === 'get-artifact') return download(runRoot(world, params.text('run_id') ?? params.text('run_uuid') ?? 'None'), wanted)
  const { version } = findVersion(world, params.required('name'), params.required('version'))
  if (version.source.startsWith('models:/')) return download(loggedRoot(world, version.source.slice('models:/'.length)), wanted)
  const inRun = /^mlflow-artifacts:\/[^/]+\/([^/]+)\/artifacts\/(.+)$/.exec(version.source)
  if (inRun?.[1] === undefined || inRun[2] === undefined) throw missing(`No such artifact: '${wanted}'`)
  return download(runRoot(world, inRun[1]), `${inRun[2]}/${wanted}`)
}

interface Root {
  uri: string
  files: FileTree
}

function runRoot(world: World, id: string): Root {
  const run = world.registry.runs.get(id)
  if (run === undefined) throw missing(`Run with id=${id} not found`)
  return { uri: `mlflow-artifacts:/${run.experimentId}/${id}/artifacts`, files: run.files() }
}

function loggedRoot(world: World, id: string): Root {
  const model = world.registry.loggedModels.get(id)
  if (model === undefined) throw missing(`Logged model with ID '${id}' not found.`)
  return { uri: `mlflow-artifacts:/${model.experimentId}/models/${id}/artifacts`, files: model.files() }
}

/** One level; folders have no size, and an unknown folder is simply empty. */
function listing(uri: string, files: FileTree, path: string): object {
  const prefix = path === '' ? '' : `${path.replace(/\/$/, '')}/`
  const entries = new Map<string, object>()
  for (const [file, text] of files) {
    if (!file.startsWith(prefix)) continue
    const [first = '', ...rest] = file.slice(prefix.length).split('/')
    entries.set(first, rest.length > 0 ? { path: prefix + first, is_dir: true } : { path: file, is_dir: false, file_size: new TextEncoder().encode(text).length })
  }
  const list = [...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry)
  return list.length > 0 ? { root_uri: uri, files: list } : { root_uri: uri }
}

function download({ uri, files }: Root, path: string): Response {
  const text = files.get(path)
  if (text === undefined) throw missing(`No such artifact: '${uri.replace('mlflow-artifacts:/', '')}/${path}'`)
  const types: Readonly<Record<string, string>> = { json: 'application/json', xml: 'application/xml', svg: 'image/svg+xml', csv: 'text/csv' }
  const type = types[path.split('.').at(-1) ?? ''] ?? 'text/plain'
  return new Response(text, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename=${path.split('/').at(-1) ?? path}`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
