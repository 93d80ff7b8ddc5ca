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
  // What belongs to no model comes first: it is what has to be judged.
  const rows = [
    ...strangers.map(({ labels, value }) => ({
      key: JSON.stringify(labels),
      model: <span className={styles['none']}>no registered model</span>,
      what: words(labels),
      value,
    })),
    ...figures.map(({ subject: { ref, version, labels }, value }) => ({
      key: JSON.stringify([ref.source, ref.name, version, labels]),
      model: <AppLink to={modelPath(ref)}>{ref.name}</AppLink>,
      what: [version === null ? '' : versionLabel(version), words(labels)].filter((text) => text !== '').join(' '),
      value,
    })),
  ]
  const models = new Set(figures.map(({ subject: { ref } }) => JSON.stringify(ref))).size
  return (
    <div className={styles['scroll']}>
      <p className={styles['note']}>
        {counted(figures.length, 'figure')} of {counted(models, 'registered model')}; {counted(strangers.length, 'row')} of none.
      </p>
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
      {rows.length > shown && <p className={styles['note']}>{counted(rows.length - shown, 'row')} more.</p>}
    </div>
  )
}

function words(labels: Readonly<Record<string, string>>): string {
  return Object.entries(labels)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ')
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
