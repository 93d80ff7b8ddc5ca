import { useMemo, type ReactNode } from 'react'
import { versionPlaces, VersionPlaces } from './seriesStyle'

export interface SeriesColoursProps {
  /** All versions that charts below may show, in an order that does not change while the page is open. */
  versions: readonly string[]
  children: ReactNode
}

/** Gives each version one colour on every chart below. */
export function SeriesColours({ versions, children }: SeriesColoursProps) {
  const key = versions.join('\n')
  const places = useMemo(() => versionPlaces(key === '' ? [] : key.split('\n')), [key])
  return <VersionPlaces value={places}>{children}</VersionPlaces>
}
