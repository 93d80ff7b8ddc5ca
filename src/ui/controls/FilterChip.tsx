import { IconX } from '@tabler/icons-react'
import styles from './FilterChip.module.css'

export interface FilterChipProps {
  /** What is filtered: `Owner`. */
  name: string
  value: string
  onRemove: () => void
}

/** A filter that is on, with a button that takes it off. */
export function FilterChip({ name, value, onRemove }: FilterChipProps) {
  return (
    <span className={styles['chip']}>
      <span className={styles['name']}>{name}</span>
      <span className={styles['value']}>{value}</span>
      <button type="button" className={styles['remove']} onClick={onRemove} aria-label={`Remove filter ${name} ${value}`}>
        <IconX size={14} aria-hidden />
      </button>
    </span>
  )
}
