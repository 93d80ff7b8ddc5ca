import type { Preview } from '@/ports/monitoring'
import { modelPath } from '@/domain/address'
import { AppLink } from '@/ui/AppLink'
import { Figure } from '@/ui/figures/Figure'
import { versionLabel } from '@/ui/format/versions'
import styles from './Queries.module.css'

/** As many rows as help to judge a query. */
const shown = 20

/** What a query answers: of which model, and what belongs to none. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const { figures, strangers, unit } = preview
  const rows = [
    ...figures.map(({ subject: { ref, version, labels }, value }) => ({
      key: JSON.stringify([ref.source, ref.name, version, labels]),
      model: <AppLink to={modelPath(ref)}>{ref.name}</AppLink>,
      what: [version === null ? '' : versionLabel(version), words(labels)].filter((text) => text !== '').join(' '),
      value,
    })),
    ...strangers.map(({ labels, value }) => ({
      key: JSON.stringify(labels),
      model: <span className={styles['none']}>no registered model</span>,
      what: words(labels),
      value,
    })),
  ]
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Version and labels</th>
            <th scope="col">Value</th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, shown).map(({ key, model, what, value }) => (
            <tr key={key}>
              <td>{model}</td>
              <td>{what}</td>
              <td>
                <Figure value={value} unit={unit} absent="The server answers NaN or infinity: there is nothing to say." />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && <p className={styles['note']}>{rows.length - shown} more rows.</p>}
    </div>
  )
}

function words(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
}
