import { useQueries } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { noOftenerThan } from '@/panels/timeControls'
import { alertInfoQuery } from '@/queries/alerts'
import { monitoringInfoQuery } from '@/queries/monitoring'
import { registryInfoQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import styles from './SourceDots.module.css'

const checkEveryMs = 60_000
/** That a source is back is said soon. */
const recheckEveryMs = 10_000
/** The page's own questions go first. */
const firstCheckAfterMs = 2_000

const refetchInterval = noOftenerThan(checkEveryMs, recheckEveryMs)

/** One mark a source: filled when it answers, crossed when it does not; the words are for screen readers. */
export function SourceDots() {
  const { registries, monitoring, alerts } = useSources()
  // A Prometheus is a source of alerts too, and one source all the same.
  const alertmanagers = alerts.filter(({ id }) => !monitoring.some((other) => other.id === id))
  const [due, setDue] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), firstCheckAfterMs)
    return () => clearTimeout(timer)
  }, [])
  const states = useQueries({
    queries: [
      ...registries.map((source) => ({ ...registryInfoQuery(source), refetchInterval, enabled: due })),
      ...monitoring.map((source) => ({ ...monitoringInfoQuery(source), refetchInterval, enabled: due })),
      ...alertmanagers.map((source) => ({ ...alertInfoQuery(source), refetchInterval, enabled: due })),
    ],
  })
  const ids = [...registries, ...monitoring, ...alertmanagers].map((source) => source.id)
  const failed = ids.filter((_, index) => states[index]?.isError)
  return (
    <span className={styles['dots']}>
      {ids.map((id, index) => (
        <span
          key={id}
          className={styles['dot']}
          data-state={states[index]?.isError ? 'failed' : states[index]?.isSuccess ? 'ok' : 'pending'}
          title={`${id}: ${states[index]?.isError ? 'does not answer' : states[index]?.isSuccess ? 'answers' : 'is asked'}`}
        />
      ))}
      <span className="sr-only">{failed.length > 0 ? `(${failed.join(', ')} ${failed.length === 1 ? 'does' : 'do'} not answer)` : ''}</span>
    </span>
  )
}
