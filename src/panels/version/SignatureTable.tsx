import { useState } from 'react'
import type { Signature, SignatureField } from '@/domain/signature'
import { Button } from '@/ui/controls/Button'
import { Absent } from '@/ui/figures/Absent'
import { countText } from '@/ui/format/numbers'
import styles from './PlainTable.module.css'

const parts = [
  { key: 'inputs', title: 'Inputs', none: 'No input is described.' },
  { key: 'outputs', title: 'Outputs', none: 'No output is described.' },
  { key: 'params', title: 'Parameters', none: null },
] as const

/** What the model expects and returns: inputs, outputs and parameters with their types. */
export function SignatureTable({ signature }: { signature: Signature }) {
  return (
    <div className={styles['scroll']}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Type</th>
            <th scope="col">Required</th>
          </tr>
        </thead>
        {parts.map(({ key, title, none }) =>
          signature[key].length === 0 && none === null ? null : (
            <Part key={key} title={title} fields={signature[key]} none={none ?? ''} />
          ),
        )}
      </table>
    </div>
  )
}

/** More fields than this are shown on request: images and embeddings come with hundreds. */
const shownAtFirst = 40

function Part({ title, fields, none }: { title: string; fields: readonly SignatureField[]; none: string }) {
  const [all, setAll] = useState(false)
  const shown = all ? fields : fields.slice(0, shownAtFirst)
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          {title} <span className={styles['quiet']}>{countText(fields.length)}</span>
        </th>
      </tr>
      {fields.length === 0 && (
        <tr>
          <td colSpan={3} className={styles['quiet']}>
            {none}
          </td>
        </tr>
      )}
      {shown.map(({ name, type, required }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- tensors have no name, and fields never move
        <tr key={index}>
          <th scope="row" className={styles['name']}>
            {name === null ? <Absent reason="The tensor has no name: it is told by its position." /> : <bdi>{name}</bdi>}
          </th>
          <td>
            <code className={styles['name']}>{type}</code>
          </td>
          <td className={required ? undefined : styles['quiet']}>{required ? 'yes' : 'optional'}</td>
        </tr>
      ))}
      {shown.length < fields.length && (
        <tr>
          <td colSpan={3}>
            <Button size="small" variant="quiet" onClick={() => setAll(true)}>
              Show all {countText(fields.length)}
            </Button>
          </td>
        </tr>
      )}
    </tbody>
  )
}
