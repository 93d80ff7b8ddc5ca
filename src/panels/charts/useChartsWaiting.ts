import { useIsFetching } from '@tanstack/react-query'

/**
 * Whether some chart of the page has not been answered at all: what matters less is asked after them. One that has failed is
 * asked again and again, and holds nothing up.
 */
export function useChartsWaiting(): boolean {
  return useIsFetching({ predicate: ({ queryKey, state }) => queryKey[2] === 'series' && state.data === undefined && state.errorUpdateCount === 0 }) > 0
}
