import { Button } from '@/ui/controls/Button'
import styles from './ComparePage.module.css'

export interface UnknownVersionsProps {
  source: string
  model: string
  names: readonly string[]
  onRemove: () => void
}

/** Names in the address that the registry does not have. */
export function UnknownVersions({ source, model, names, onRemove }: UnknownVersionsProps) {
  if (names.length === 0) return null
  return (
    <div className={styles['notice']} role="alert">
      <span>
        {source} has no version <bdi>{names.join(', ')}</bdi> of “{model}”. {names.length === 1 ? 'It was' : 'They were'} deleted, or the address is wrong.
      </span>
      <Button size="small" onClick={onRemove}>
        Leave {names.length === 1 ? 'it' : 'them'} out
      </Button>
    </div>
  )
}
