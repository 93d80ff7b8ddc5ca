import type { Loadable } from '@/ui/frame/loadable'

/** The same question with its data prepared; what is `undefined` is not there yet. */
export function mapLoadable<A, B>(state: Loadable<A>, data: B | undefined): Loadable<B> {
  const { error, isPending, isFetching, dataUpdatedAt, refetch } = state
  return { data, error, isPending, isFetching, dataUpdatedAt, refetch }
}
