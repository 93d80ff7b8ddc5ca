import { useQuery } from '@tanstack/react-query'
import type { RegisteredModel } from '@/domain/model'
import { productionOf } from '@/domain/lifecycle'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { useRefetchInterval } from '@/panels/timeControls'
import type { RegistrySource } from '@/ports/registry'
import { chosenVersionsQuery } from '@/queries/comparison'
import { runsQuery } from '@/queries/registry'
import type { Loadable } from '@/ui/frame/loadable'
import { comparedOf, orderCompared, type Compared } from './compared'

export interface ComparedVersions {
  /** All that were named, in the order of the comparison; the first is the reference. */
  names: readonly string[]
  /** Versions, without waiting for their runs. */
  versions: Loadable<Compared>
  /** The same with what their runs logged. */
  measured: Loadable<Compared>
  /** Named, and not in the registry. */
  unknown: readonly string[]
}

/** The versions of a comparison with what their runs logged: one call each. */
export function useCompared(registry: RegistrySource, model: RegisteredModel, named: readonly string[], reference: string | null): ComparedVersions {
  const refetchInterval = useRefetchInterval()
  const names = orderCompared(named, reference, productionOf(model, registry.aliasNames)?.version ?? null)
  const chosen = useQuery({ ...chosenVersionsQuery(registry, model, names), enabled: names.length > 0, refetchInterval })
  const byName = new Map((chosen.data ?? []).map((version) => [version.ref.version, version]))
  const found = names.flatMap((name) => byName.get(name) ?? [])
  const runs = useQuery({ ...runsQuery(registry, found), enabled: found.length > 0 })
  const compared = chosen.data && comparedOf({ model, aliasNames: registry.aliasNames, versions: found, runs: runs.data })
  return {
    names,
    versions: joinLoadables([chosen], compared),
    measured: joinLoadables([chosen, runs], runs.data === undefined ? undefined : compared),
    unknown: chosen.data === undefined || chosen.isPlaceholderData ? [] : names.filter((name) => !byName.has(name)),
  }
}
