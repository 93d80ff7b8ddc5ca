import { IconPin, IconPinFilled } from '@tabler/icons-react'
import { IconButton } from '@/ui/controls/IconButton'
import styles from './ModelsPage.module.css'

/** Keeps a model at the top of the list. */
export function PinButton({ name, pinned, onToggle }: { name: string; pinned: boolean; onToggle: () => void }) {
  const Icon = pinned ? IconPinFilled : IconPin
  return (
    <IconButton
      label={`Pin ${name}`}
      title={pinned ? 'Unpin' : 'Pin to the top'}
      pressed={pinned}
      className={styles['pin']}
      onClick={onToggle}
      icon={<Icon size={14} aria-hidden />}
    />
  )
}
