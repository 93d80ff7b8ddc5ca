import { useQuery } from '@tanstack/react-query'
import type { MonitoringSource, UnmatchedLabels } from '@/ports/monitoring'
import { unmatchedQuery } from '@/queries/monitoring'
import { Figure } from '@/ui/figures/Figure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './SourcesPage.module.css'
import { useKnownModels } from './useKnownModels'

/** Traffic whose labels belong to no registered model: it is served, but nobody sees it. */
export function UnmatchedPanel({ monitoring }: { monitoring: MonitoringSource }) {
  const { known, complete, isPending } = useKnownModels()
  const state = useQuery({ ...unmatchedQuery(monitoring, known), enabled: !isPending })
  return (
    <div className={styles['wide']}>
      <PanelFrame
        title={`Served, but not in a registry (${monitoring.id})`}
        state={state}
        headingLevel={2}
        minHeight={96}
        isEmpty={(labels) => labels.length === 0}
        emptyText="Every label that is served belongs to a registered model."
        notes={complete ? [] : ['Not every registered model was read, so some of these may be registered all the same.']}
      >
        {(labels) => <UnmatchedTable labels={labels} />}
      </PanelFrame>
    </div>
  )
}

function UnmatchedTable({ labels }: { labels: readonly UnmatchedLabels[] }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Labels</th>
          <th scope="col">Requests</th>
        </tr>
      </thead>
      <tbody>
        {labels.map((row) => {
          const words = Object.entries(row.labels).map(([name, value]) => `${name}="${value}"`)
          return (
            <tr key={words.join()}>
              <td>
                <code>{words.join(' ')}</code>
              </td>
              <td>
                <Figure value={row.requestRate} unit="per_second" absent="Its rate is not known." />
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
