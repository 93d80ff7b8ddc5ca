import { useQueries } from '@tanstack/react-query'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { decisiveRequest } from '@/domain/request'
import { useModelAlerts, type ModelAlerts } from '@/panels/alerts/useModelAlerts'
import { fleetKey, fleetModel, useFleetFigures, useVersionRates, type Fleet } from '@/panels/fleetFigures'
import { modelHealth } from '@/panels/modelHealth'
import { useRefetchInterval } from '@/panels/timeControls'
import { servedModel } from '@/panels/servedModel'
import { deprecatedQuery, modelsQuery } from '@/queries/registry'
import { openRequestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import { standingsQuery } from '@/queries/standings'
import { useNow } from '@/ui/clock'
import type { Loadable } from '@/ui/frame/loadable'
import type { ModelRow, Retiring } from './modelRow'

/** Rows that are asked about together: a block is one search each for versions and runs. */
const blockSize = 50

export interface FailedSource {
  id: string
  error: Error
  retry: () => void
}

export interface ModelRows {
  rows: readonly ModelRow[]
  /** The lists of all registries as one, for the frame: the rows while there are any, whatever fails. */
  state: Loadable<readonly ModelRow[]>
  /** Registries whose list could not be read; what they answered before is still in `rows`. */
  failed: readonly FailedSource[]
  fleet: Fleet
  alerts: ModelAlerts
  /** Some registry has more models than were loaded. */
  more: boolean
}

/**
 * Everything that /models knows. `pages` of each registry's list are read; versions and runs only for the
 * blocks that hold a key of `drawn`, so that requests grow with the screen.
 */
export function useModelRows(pages: number, drawn: ReadonlySet<string>, pins: ReadonlySet<string>): ModelRows {
  const { registries, policy } = useSources()
  const now = useNow()
  const refetchInterval = useRefetchInterval()
  const lists = useQueries({ queries: registries.map((registry) => ({ ...modelsQuery(registry, '', pages), refetchInterval })) })
  const deprecated = useQueries({ queries: registries.map((registry) => ({ ...deprecatedQuery(registry), refetchInterval })) })
  const requests = useQueries({
    // Not before the rows can be drawn.
    queries: registries.map((registry, index) => ({ ...openRequestsQuery(registry), refetchInterval, enabled: lists[index]?.data !== undefined })),
  }).flatMap(({ data }) => data?.items ?? [])
  const models = lists.flatMap((list) => list.data?.models ?? [])
  const served = models.map(servedModel)
  const fleet = useFleetFigures(
    registries.flatMap(({ aliasNames }, index) => (lists[index]?.data?.models ?? []).map((model) => fleetModel(model, aliasNames))),
  )
  const alerts = useModelAlerts(served, served.length > 0)
  const retiringVersions = deprecated.flatMap((list) => list.data ?? [])
  const versionRates = useVersionRates(served.filter(({ ref }) => retiringVersions.some((v) => isOf(ref, v.ref))))

  const blocks = registries.flatMap((registry, index) =>
    chunk(lists[index]?.data?.models ?? [], blockSize).map((block) => ({ registry, block })),
  )
  const standings = useQueries({
    queries: blocks.map(({ registry, block }) => ({
      ...standingsQuery(registry, block),
      enabled: block.some(({ ref }) => drawn.has(fleetKey(ref))),
      refetchInterval,
    })),
  })

  const rows = blocks.flatMap(({ registry, block }, index) =>
    block.map((model): ModelRow => {
      const key = fleetKey(model.ref)
      const standing = standings[index]?.data?.get(model.ref.name)
      const figures = fleet.figures.get(key)
      const retiring = retiringVersions
        .filter((version) => isOf(model.ref, version.ref))
        .map((version): Retiring => ({ version, requestRate: versionRates.get(`${key}/${version.ref.version}`) ?? null }))
      const facts = { model, aliasNames: registry.aliasNames, standing, figures, retiring, alerts: alerts.of(model.ref), deploymentPolicy: policy, now }
      return {
        key,
        model,
        production: productionOf(model, registry.aliasNames),
        hasCandidate: candidateOf(model, registry.aliasNames) !== null,
        standing,
        figures,
        retiring,
        alerts: facts.alerts ?? [],
        request: decisiveRequest(requests.filter((request) => isOf(model.ref, request.model))),
        health: modelHealth(facts),
        pinned: pins.has(key),
      }
    }),
  )
  return {
    rows,
    state: {
      data: lists.some((list) => list.data) ? rows : undefined,
      error: lists.find((list) => list.error)?.error ?? null,
      isPending: lists.every((list) => list.isPending),
      isFetching: lists.some((list) => list.isFetching),
      dataUpdatedAt: Math.min(...lists.map((list) => list.dataUpdatedAt)),
      refetch: () => lists.forEach((list) => void list.refetch()),
    },
    failed: registries.flatMap(({ id }, index) => {
      const list = lists[index]
      return list?.error ? [{ id, error: list.error, retry: () => void list.refetch() }] : []
    }),
    fleet,
    alerts,
    more: lists.some((list) => list.data?.more),
  }
}

function isOf(a: { source: string; name: string }, b: { source: string; name: string }): boolean {
  return a.source === b.source && a.name === b.name
}

function chunk(models: readonly RegisteredModel[], size: number): readonly (readonly RegisteredModel[])[] {
  return Array.from({ length: Math.ceil(models.length / size) }, (_, index) => models.slice(index * size, (index + 1) * size))
}
