import type { ModelRecord, VersionRecord } from '@/demo/world/registryState'
import type { World } from '@/demo/world/world'
import { invalid, missing } from './mlflowError'
import type { MlflowParams } from './mlflowParams'

/** One call of the REST API: what it needs and what it answers (an object becomes JSON). */
export interface Endpoint {
  needs: 'READ' | 'EDIT' | 'MANAGE'
  answer(world: World, params: MlflowParams): object
}

/** Method and path below `/api/2.0/mlflow/`; `*` stands for one segment, given as the parameter `id`. */
export type Endpoints = Readonly<Record<string, Endpoint>>

export function reads(answer: Endpoint['answer']): Endpoint {
  return { needs: 'READ', answer }
}

export function edits(answer: Endpoint['answer']): Endpoint {
  return { needs: 'EDIT', answer }
}

export function manages(answer: Endpoint['answer']): Endpoint {
  return { needs: 'MANAGE', answer }
}

export function findModel(world: World, name: string): ModelRecord {
  const model = world.registry.models.get(name)
  if (model === undefined) throw missing(`Registered Model with name=${name} not found`)
  return model
}

export function findVersion(world: World, name: string, text: string): { model: ModelRecord; version: VersionRecord } {
  if (!/^\s*[+-]?\d+\s*$/.test(text)) throw invalid(`Parameter 'version' must be an integer, got '${text}'.`)
  const model = world.registry.models.get(name)
  const version = model?.versions.get(Number(text))
  if (model === undefined || version === undefined) throw missing(`Model Version (name=${name}, version=${Number(text)}) not found`)
  return { model, version }
}
