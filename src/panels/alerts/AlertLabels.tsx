import type { Alert } from '@/domain/alerts/alert'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import styles from './AlertItem.module.css'

/** Everything that the sources say of an alert: its labels, its value, its other annotations, its query. */
export function AlertLabels({ alert, query }: { alert: Alert; query: string | null }) {
  const shown = new Set(['summary', 'runbook_url'])
  const annotations = Object.entries(alert.annotations).filter(([name]) => !shown.has(name))
  return (
    <dl className={styles['labels']}>
      <Row name="Labels">
        {Object.entries(alert.labels).map(([name, value]) => (
          <code key={name}>
            {name}={JSON.stringify(value)}
          </code>
        ))}
      </Row>
      {alert.value !== null && <Row name="Value">{alert.value.toPrecision(4)}</Row>}
      {annotations.map(([name, text]) => (
        <Row key={name} name={name}>
          <bdi>{text}</bdi>
        </Row>
      ))}
      {query !== null && query !== '' && (
        <Row name="Expression">
          <code>{query}</code>
        </Row>
      )}
      <Row name="Known to">{alert.sources.join(', ')}</Row>
      {alert.graphUrl !== null && (
        <Row name="Graph">
          <ExternalLink href={alert.graphUrl}>Expression in Prometheus</ExternalLink>
        </Row>
      )}
    </dl>
  )
}

function Row({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
