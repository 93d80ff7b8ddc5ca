/**
 * What a panel shows, on its way: structurally a TanStack Query result, so that `useQuery(…)` can be
 * handed over as it is.
 */
export interface Loadable<T> {
  data: T | undefined
  error: unknown
  isPending: boolean
  isFetching: boolean
  /** When the data came, by the system's clock; 0 for never. */
  dataUpdatedAt: number
  refetch: () => unknown
}
