import { useQueries } from '@tanstack/react-query'
import { useRefetchInterval } from '@/panels/timeControls'
import { openRequestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import styles from './MainNav.module.css'

/** How many requests wait for an approval or to be carried out; nothing while there are none, or while nobody knows. */
export function RequestCount() {
  const { registries } = useSources()
  const refetchInterval = useRefetchInterval()
  const lists = useQueries({ queries: registries.map((registry) => ({ ...openRequestsQuery(registry), refetchInterval })) })
  const count = lists.reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0)
  if (count === 0) return null
  return (
    <span className={styles['count']}>
      {count}
      <span className="sr-only"> open</span>
    </span>
  )
}
