import { useState } from 'react'
import type { RegisteredModel } from '@/domain/model'
import { compareVersions } from '@/domain/lifecycle'
import { Button } from '@/ui/controls/Button'
import { CompareDialog } from './CompareDialog'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

/** More columns than this cannot be read side by side. */
const mostCompared = 6

export interface SelectionBarProps {
  model: RegisteredModel
  rows: readonly VersionRow[]
  onClear: () => void
}

/** What can be done with the chosen versions. Draws nothing while none is chosen. */
export function SelectionBar({ model, rows, onClear }: SelectionBarProps) {
  const [comparing, setComparing] = useState(false)
  if (rows.length === 0) return null
  // The champion first, whatever its number: it is what people compare with; then the oldest.
  const ordered = rows.toSorted(
    (a, b) => Number(b.role === 'champion') - Number(a.role === 'champion') || compareVersions(a.version.ref.version, b.version.ref.version),
  )
  return (
    <div className={styles['selection']} role="group" aria-label="Chosen versions">
      <span role="status">{rows.length === 1 ? '1 version chosen' : `${rows.length} versions chosen`}</span>
      <Button size="small" variant="primary" disabled={rows.length < 2 || rows.length > mostCompared} onClick={() => setComparing(true)}>
        Compare
      </Button>
      <span className={styles['quiet']}>
        {rows.length < 2 && 'Choose another one to compare.'}
        {rows.length > mostCompared && `At most ${mostCompared} fit side by side.`}
      </span>
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear
      </Button>
      {comparing && <CompareDialog model={model} rows={ordered} onClose={() => setComparing(false)} />}
    </div>
  )
}
