import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useRefetchInterval } from '@/panels/timeControls'
import { openRequestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import styles from './MainNav.module.css'

/** The page's own questions go first. */
const firstCountAfterMs = 1_500

/** How many requests wait for an approval or to be carried out; nothing while there are none, or while nobody knows. */
export function RequestCount() {
  const { registries } = useSources()
  const refetchInterval = useRefetchInterval()
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), firstCountAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const lists = useQueries({ queries: registries.map((registry) => ({ ...openRequestsQuery(registry), refetchInterval, enabled: due })) })
  const count = lists.reduce((sum, { data }) => sum + (data?.items.length ?? 0), 0)
  if (count === 0) return null
  return (
    <span className={styles['count']}>
      {count}
      <span className="sr-only"> open</span>
    </span>
  )
}
