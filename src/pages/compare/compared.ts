import { candidateOf, productionOf, roleOf, type AliasNames, type VersionRole } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'

/** One version of a comparison. */
export interface ComparedVersion {
  version: ModelVersion
  name: string
  role: VersionRole
  /** `champion v12`, or the bare version. */
  label: string
  /** `null`: it has none, or it is gone; `undefined`: on its way, or could not be read. */
  run: Run | null | undefined
}

/** Versions side by side; the first is what the others are compared with. */
export type Compared = readonly ComparedVersion[]

/** The reference first (the one that was chosen, else the champion, else the first that was named), then as they were named. */
export function orderCompared(names: readonly string[], reference: string | null, champion: string | null): readonly string[] {
  const first = [reference, champion].find((name) => name !== null && names.includes(name)) ?? names[0]
  return first === undefined ? [] : [first, ...names.filter((name) => name !== first)]
}

export interface ComparedInput {
  model: RegisteredModel
  aliasNames: AliasNames
  /** In the order of the comparison. */
  versions: readonly ModelVersion[]
  /** `undefined`: not there yet. */
  runs: ReadonlyMap<string, Run> | undefined
}

export function comparedOf({ model, aliasNames, versions, runs }: ComparedInput): Compared {
  const [production, candidate] = [productionOf(model, aliasNames), candidateOf(model, aliasNames)]
  return versions.map((version) => {
    const role = roleOf(version, production, candidate)
    const name = version.ref.version
    const id = runIdOf(version)
    return {
      version,
      name,
      role,
      label: role === 'champion' || role === 'challenger' ? `${role} ${versionWords(name)}` : versionWords(name),
      run: runs === undefined ? (id === null ? null : undefined) : ((id === null ? null : runs.get(id)) ?? null),
    }
  })
}
