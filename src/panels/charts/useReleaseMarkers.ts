import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { RecordedChange, RegistrySource } from '@/ports/registry'
import { changesQuery } from '@/queries/registry'
import type { ChartMarker } from '@/ui/charts/chartInput'
import { releaseMarkers } from './releaseMarkers'

export interface Releases {
  /** `undefined`: not known yet. */
  changes: readonly RecordedChange[] | undefined
  markers: readonly ChartMarker[]
  /** Why they could not be read. */
  error: Error | null
  retry: () => void
}

const noMarkers: readonly ChartMarker[] = []

/** The decisions on a model, and those of them that charts mark. */
export function useReleaseMarkers(registry: RegistrySource, name: string): Releases {
  const { data, error, refetch } = useQuery(changesQuery(registry, name))
  const markers = useMemo(() => (data ? releaseMarkers(data) : noMarkers), [data])
  return { changes: data, markers, error, retry: () => void refetch() }
}
