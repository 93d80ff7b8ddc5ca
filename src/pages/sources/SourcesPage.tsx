import { alertInfoQuery } from '@/queries/alerts'
import { monitoringInfoQuery } from '@/queries/monitoring'
import { registryInfoQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { QueriesPanel } from './queries/QueriesPanel'
import { SourcePanel } from './SourcePanel'
import { UnmatchedPanel } from './UnmatchedPanel'
import styles from './SourcesPage.module.css'

/** `/sources`: what this deployment is connected to, what each source can do, and what does not fit together. */
export function SourcesPage() {
  const { registries, monitoring, alerts } = useSources()
  const alertmanagers = alerts.filter(({ id }) => !monitoring.some((other) => other.id === id))
  return (
    <>
      <title>Sources · Modeldeck</title>
      <h1>Sources</h1>
      <p className={styles['lead']}>
        What config.json of this deployment connects to. A source that fails takes nothing else with it.
      </p>
      {registries.length + monitoring.length + alertmanagers.length === 0 && (
        <p>config.json names no source: add a registry and a monitoring system under “sources”.</p>
      )}
      <div className={styles['grid']}>
        {registries.map((registry) => (
          <SourcePanel key={registry.id} kind="Registry" readOnly={registry.readOnly} query={registryInfoQuery(registry)} id={registry.id} />
        ))}
        {monitoring.map((source) => (
          <SourcePanel key={source.id} kind="Monitoring" readOnly query={monitoringInfoQuery(source)} id={source.id} />
        ))}
        {alertmanagers.map((source) => (
          <SourcePanel key={source.id} kind="Alerts" readOnly={source.silences !== 'write'} query={alertInfoQuery(source)} id={source.id} />
        ))}
      </div>
      {monitoring.map((source) => (
        <UnmatchedPanel key={source.id} monitoring={source} />
      ))}
      {monitoring.map((source) => (
        <QueriesPanel key={source.id} monitoring={source} />
      ))}
    </>
  )
}
