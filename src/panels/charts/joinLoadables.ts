import type { Loadable } from '@/ui/frame/loadable'

/** Several questions as one: there when `data` is, failed when one of them did. `data` is what was made of their answers. */
export function joinLoadables<T>(states: readonly Loadable<unknown>[], data: T | undefined): Loadable<T> {
  const answered = states.filter((state) => state.data !== undefined)
  return {
    data,
    error: states.find(({ error }) => error != null)?.error ?? null,
    isPending: data === undefined && states.some(({ isPending }) => isPending),
    isFetching: states.some(({ isFetching }) => isFetching),
    // What never came is no older than what did.
    dataUpdatedAt: answered.length === 0 ? 0 : Math.min(...answered.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refetch: () => {
      const failed = states.filter(({ error }) => error != null)
      for (const { refetch } of failed.length > 0 ? failed : states) void refetch()
    },
  }
}
