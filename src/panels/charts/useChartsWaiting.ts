import { useIsFetching } from '@tanstack/react-query'
import { useState } from 'react'

/**
 * Whether some chart of the page has not been answered at all: what matters less is asked after them. One that has failed is
 * asked again and again, and holds nothing up.
 */
export function useChartsWaiting(): boolean {
  return useIsFetching({ predicate: ({ queryKey, state }) => queryKey[2] === 'series' && state.data === undefined && state.errorUpdateCount === 0 }) > 0
}

/** `true` once `enabled` and the charts that matter more have been answered, and ever after. */
export function useAfterCharts(enabled: boolean): boolean {
  const [begun, setBegun] = useState(false)
  const drawing = useChartsWaiting()
  if (!begun && enabled && !drawing) setBegun(true)
  return begun
}
