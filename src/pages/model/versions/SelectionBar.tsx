import { comparePath } from '@/domain/address'
import { compareVersions } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { BulkRetire } from '@/panels/actions/BulkRetire'
import type { RegistrySource } from '@/ports/registry'
import { Button } from '@/ui/controls/Button'
import { LinkButton } from '@/ui/controls/LinkButton'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

export interface SelectionBarProps {
  registry: RegistrySource
  model: RegisteredModel
  rows: readonly VersionRow[]
  onClear: () => void
}

/** What can be done with the chosen versions. Draws nothing while none is chosen. */
export function SelectionBar({ registry, model, rows, onClear }: SelectionBarProps) {
  if (rows.length === 0) return null
  // The champion first, whatever its number: it is what people compare with; then the oldest.
  const ordered = rows.toSorted(
    (a, b) => Number(b.role === 'champion') - Number(a.role === 'champion') || compareVersions(a.version.ref.version, b.version.ref.version),
  )
  return (
    <div className={styles['selection']} role="group" aria-label="Chosen versions">
      <span role="status">{rows.length === 1 ? '1 version chosen' : `${rows.length} versions chosen`}</span>
      {rows.length > 1 ? (
        <LinkButton size="small" variant="primary" to={comparePath(model.ref, ordered.map(({ version }) => version.ref.version))}>
          Compare
        </LinkButton>
      ) : (
        <span className={styles['quiet']}>Choose another one to compare.</span>
      )}
      <BulkRetire registry={registry} model={model} versions={ordered.map(({ version }) => version)} />
      <Button size="small" variant="quiet" onClick={onClear}>
        Clear
      </Button>
    </div>
  )
}
