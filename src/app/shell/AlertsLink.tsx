import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { severityWeight } from '@/domain/alerts/alert'
import { useAlerts } from '@/panels/alerts/useAlerts'
import { servedModel } from '@/panels/servedModel'
import { modelsQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { withStickyParams } from '@/ui/stickyParams'
import styles from './MainNav.module.css'

/** The page's own questions go first. */
const firstAfterMs = 2_000

/** The way to /alerts, with how many alerts of registered models fire and are not silenced. */
export function AlertsLink() {
  const [params] = useSearchParams()
  const { registries } = useSources()
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), firstAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const any = useAlerts([], due).state.data?.some(({ state }) => state === 'firing') === true
  // Whose they are is asked only when there are some; on /models the list is there already.
  const lists = useQueries({ queries: registries.map((registry) => ({ ...modelsQuery(registry, '', 1), enabled: due && any })) })
  const models = lists.flatMap((list) => list.data?.models ?? []).map(servedModel)
  const firing = useAlerts(any ? models : [], due).state.data?.filter(({ state, subjects }) => state === 'firing' && subjects.length > 0) ?? []
  const critical = firing.some(({ severity }) => severityWeight(severity) === 2)
  return (
    <NavLink to={withStickyParams('/alerts', params)} className={styles['link']}>
      Alerts
      {firing.length > 0 && (
        <span className={styles['count']} data-severity={critical ? 'failing' : 'at-risk'}>
          {firing.length}
          <span className="sr-only"> {firing.length === 1 ? 'fires' : 'fire'}</span>
        </span>
      )}
    </NavLink>
  )
}
