import { compareVersions, type Candidate, type Production } from '@/domain/lifecycle'
import { versionWords } from '@/domain/words'
import { Button } from '@/ui/controls/Button'
import { SelectField } from '@/ui/controls/SelectField'
import styles from './DocsTab.module.css'

export interface VersionPickerProps {
  /** The versions that were loaded. */
  versions: readonly string[]
  chosen: string
  production: Production | null
  candidate: Candidate | null
  /** `undefined`: all are loaded. */
  onMore: (() => void) | undefined
  loadingMore: boolean
  onChange: (version: string) => void
}

/** Which version's documentation is shown. */
export function VersionPicker({ versions, chosen, production, candidate, onMore, loadingMore, onChange }: VersionPickerProps) {
  const named = [production?.version, candidate?.version, chosen].filter((version) => version !== undefined)
  const all = [...new Set([...versions, ...named])].toSorted((a, b) => compareVersions(b, a))
  const part = (version: string) => (version === production?.version ? ', champion' : version === candidate?.version ? ', challenger' : '')
  return (
    <div className={styles['picker']}>
      <SelectField
        label="Documentation of"
        value={chosen}
        onChange={onChange}
        options={all.map((version) => ({ value: version, label: `${versionWords(version)}${part(version)}` }))}
      />
      {onMore && (
        <Button size="small" variant="quiet" onClick={onMore} busy={loadingMore}>
          Load older versions
        </Button>
      )}
    </div>
  )
}
