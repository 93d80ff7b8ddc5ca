import { createContext, use } from 'react'
import type { Dashboards } from '@/domain/dashboards'
import type { Policy } from '@/domain/policy'
import type { Clock } from '@/domain/time'
import type { AlertSource } from '@/ports/alerts'
import type { MonitoringSource } from '@/ports/monitoring'
import type { RegistrySource } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'

/** The connected sources of this deployment, and the clock that all of them share. */
export interface Sources {
  registries: readonly RegistrySource[]
  monitoring: readonly MonitoringSource[]
  /** Those that keep silences first: where two sources know an alert, its labels are theirs. */
  alerts: readonly AlertSource[]
  clock: Clock
  /** What this deployment demands of every model (config.json `policy`). */
  policy: Policy | null
  /** Where this deployment draws its charts too (config.json `grafana`). */
  dashboards: Dashboards | null
}

export const SourcesContext = createContext<Sources | null>(null)

/** @throws Error outside of a SourcesContext: a mistake in the composition, never in the data. */
export function useSources(): Sources {
  const sources = use(SourcesContext)
  if (sources === null) throw new Error('useSources needs a SourcesContext above it')
  return sources
}

/** The registry with this id. @throws SourceError `not-found`, when config.json has none of that id. */
export function useRegistry(id: string): RegistrySource {
  const { registries } = useSources()
  const registry = registries.find((r) => r.id === id)
  if (registry) return registry
  throw new SourceError({
    source: id,
    kind: 'not-found',
    message: `No registry is called "${id}" here.`,
    advice: `config.json names: ${registries.map((r) => r.id).join(', ') || 'none'}.`,
  })
}

/** The monitoring that is asked for figures: the first of config.json; `null` where none is configured. */
export function useMonitoring(): MonitoringSource | null {
  return useSources().monitoring[0] ?? null
}
