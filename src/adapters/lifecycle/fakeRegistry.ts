import type { RegistryStage } from '@/domain/lifecycle'
import type { SourceErrorKind } from '@/ports/sourceError'
import { SourceError } from '@/ports/sourceError'
import type { RegistryPrimitives } from './primitives'

interface FakeVersion {
  stage: RegistryStage | null
  tags: Record<string, string>
}

/** What an in-memory registry holds of one model; plain data, so that a test can copy and compare it. */
export interface FakeModel {
  aliases: Record<string, string>
  tags: Record<string, string>
  versions: Record<string, FakeVersion>
}

export type Method = Exclude<keyof RegistryPrimitives, 'source' | 'aliasNames' | 'stages' | 'clock' | 'sleep'>

/** Stands between a client and the registry: decides whether and when `act` happens and what comes back. */
export type Wire = <T>(method: Method, act: () => T) => Promise<T>

export interface FakeClient {
  wire?: Wire
  stages?: 'used' | 'none'
  /** `edit` may not delete aliases, as MLflow's EDIT may not. */
  permission?: 'manage' | 'edit' | 'read'
  now: () => number
  sleep: (ms: number) => Promise<void>
}

export function fakeError(kind: SourceErrorKind, message: string, advice = ''): SourceError {
  return new SourceError({ source: 'fake', kind, message, advice })
}

/** A client's view of one model in memory, last write wins: tests stand faults and delays in the wire. */
export function fakePrimitives(model: FakeModel, client: FakeClient): RegistryPrimitives {
  const { wire = (_, act) => Promise.resolve().then(act), stages = 'none', permission = 'manage', now, sleep } = client

  const version = (id: string) => {
    const found = model.versions[id]
    if (!found) throw fakeError('not-found', `Version ${id} not found`)
    return found
  }
  const write = (method: Method, act: () => void) =>
    wire(method, () => {
      if (permission === 'read' || (permission === 'edit' && method === 'deleteAlias'))
        throw fakeError('denied', 'Permission denied', `This needs the permission ${method === 'deleteAlias' ? 'MANAGE' : 'EDIT'} on "fraud".`)
      act()
    })
  const shown = (id: string) => structuredClone({ version: id, ...version(id) })

  return {
    source: 'fake',
    aliasNames: { production: 'champion', candidate: 'challenger' },
    stages,
    clock: { now },
    sleep,
    readModel: () =>
      wire('readModel', () => {
        const holders: Partial<Record<RegistryStage, string>> = {}
        for (const [id, { stage }] of Object.entries(model.versions)) if (stage) holders[stage] = id
        return { aliases: { ...model.aliases }, tags: { ...model.tags }, stages: holders }
      }),
    getVersion: (_, id) => wire('getVersion', () => shown(id)),
    listChangedVersions: () =>
      wire('listChangedVersions', () =>
        Object.keys(model.versions)
          .filter((id) => 'modeldeck.changed' in version(id).tags)
          .map(shown),
      ),
    setAlias: (_, alias, id) =>
      write('setAlias', () => {
        version(id)
        model.aliases[alias] = id
      }),
    deleteAlias: (_, alias) => write('deleteAlias', () => void delete model.aliases[alias]),
    setModelTag: (_, key, value) => write('setModelTag', () => void (model.tags[key] = value)),
    deleteModelTag: (_, key) => write('deleteModelTag', () => void delete model.tags[key]),
    setVersionTag: (_, id, key, value) => write('setVersionTag', () => void (version(id).tags[key] = value)),
    transitionStage: (_, id, stage, archiveExisting) =>
      write('transitionStage', () => {
        const target = version(id)
        if (archiveExisting)
          for (const other of Object.values(model.versions)) if (other.stage === stage) other.stage = 'Archived'
        target.stage = stage === 'None' ? null : stage
      }),
  }
}
