import { useQuery } from '@tanstack/react-query'
import type { Health } from '@/domain/health/assess'
import type { RegisteredModel } from '@/domain/model'
import { useModelAlerts } from '@/panels/alerts/useModelAlerts'
import { fleetKey, fleetModel, useFleetFigures, useVersionRates, type ModelFigures } from '@/panels/fleetFigures'
import { modelHealth } from '@/panels/modelHealth'
import { servedModel } from '@/panels/servedModel'
import type { RegistrySource } from '@/ports/registry'
import { deprecatedQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { standingsQuery, type Standing } from '@/queries/standings'
import { useNow } from '@/ui/clock'

/** How one model stands, and what of it could not be asked. */
export interface ModelStanding {
  standing: Standing | undefined
  figures: ModelFigures | undefined
  /** `undefined`: not everything has answered yet, and a verdict now would change. */
  health: Health | undefined
  /** A source that did not answer: the verdict does without it. */
  trouble: { error: Error; retry: () => void } | null
}

/** Judges one model by the same rules as the list, live. */
export function useModelStanding(registry: RegistrySource, model: RegisteredModel): ModelStanding {
  const { policy } = useSources()
  const now = useNow()
  const standings = useQuery(standingsQuery(registry, [model]))
  const deprecated = useQuery(deprecatedQuery(registry))
  const served = servedModel(model)
  const fleet = useFleetFigures([fleetModel(model, registry.aliasNames)])
  const alerts = useModelAlerts([served])
  const mine = deprecated.data?.filter(({ ref }) => ref.name === model.ref.name)
  const rates = useVersionRates(mine && mine.length > 0 ? [served] : [])
  const standing = standings.data?.get(model.ref.name)
  const figures = fleet.figures.get(fleetKey(model.ref))
  const retiring = mine?.map((version) => ({
    version,
    requestRate: rates.get(`${fleetKey(model.ref)}/${version.ref.version}`) ?? null,
  }))
  const pending = standings.isPending || deprecated.isPending || fleet.isPending || alerts.isPending
  const failed = [standings, deprecated].find(({ error }) => error)
  const retryAll = () => {
    for (const query of [standings, deprecated]) if (query.error) void query.refetch()
    fleet.retry()
    alerts.retry()
  }
  const error = failed?.error ?? fleet.error ?? alerts.error(null)
  return {
    standing,
    figures,
    health: pending
      ? undefined
      : modelHealth({ model, aliasNames: registry.aliasNames, standing, figures, retiring, alerts: alerts.of(model.ref), deploymentPolicy: policy, now }),
    trouble: error === null ? null : { error, retry: retryAll },
  }
}
