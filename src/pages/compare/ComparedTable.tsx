import type { ReactNode } from 'react'
import type { ComparedLayout } from './compareAddress'
import type { Compared } from './compared'
import styles from './ComparedTable.module.css'
import { useScrollTogether } from './scrollTogether'
import { VersionHead } from './VersionHead'

/** One thing that is compared. */
export interface ComparedRow {
  key: string
  name: ReactNode
  /** One a version, in the order of the comparison. */
  cells: readonly ReactNode[]
  /** Right-aligned. */
  numeric?: boolean
}

export interface ComparedTableProps {
  /** The table's name: `Metrics`. */
  name: string
  versions: Compared
  rows: readonly ComparedRow[]
  /** `columns`: a column a version; `rows`: a row a version, for many of them. */
  layout: ComparedLayout
}

/** Versions side by side. The names stay in sight while the rest scrolls, and all such tables of a page scroll together. */
export function ComparedTable({ name, versions, rows, layout }: ComparedTableProps) {
  const scroll = useScrollTogether(layout === 'columns')
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it
    <div {...scroll} className={styles['scroll']} tabIndex={0} role="group" aria-label={`${name}, scrolls`}>
      <table className={styles['table']} data-layout={layout} aria-label={name} style={layout === 'columns' ? columnWidths(versions.length) : undefined}>
        {layout === 'columns' ? <ByColumn versions={versions} rows={rows} /> : <ByRow versions={versions} rows={rows} />}
      </table>
    </div>
  )
}

/** Columns that are wide enough to be read, and near enough to be compared. */
function columnWidths(count: number) {
  return { minWidth: `calc(var(--first) + ${count} * var(--each))`, maxWidth: `calc(var(--first) + ${count} * var(--widest))` }
}

type PartProps = Pick<ComparedTableProps, 'versions' | 'rows'>

function ByColumn({ versions, rows }: PartProps) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr-only">Compared</span>
          </th>
          {versions.map((version, index) => (
            <th key={version.name} scope="col" data-reference={index === 0 || undefined}>
              <VersionHead version={version} reference={index === 0} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, cells, numeric }) => (
          <tr key={key}>
            <th scope="row">{name}</th>
            {versions.map((version, index) => (
              <td key={version.name} data-numeric={numeric || undefined} data-reference={index === 0 || undefined}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}

function ByRow({ versions, rows }: PartProps) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">Version</th>
          {rows.map(({ key, name, numeric }) => (
            <th key={key} scope="col" data-numeric={numeric || undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {versions.map((version, index) => (
          <tr key={version.name} data-reference={index === 0 || undefined}>
            <th scope="row">
              <VersionHead version={version} reference={index === 0} />
            </th>
            {rows.map(({ key, cells, numeric }) => (
              <td key={key} data-numeric={numeric || undefined}>
                {cells[index]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  )
}
