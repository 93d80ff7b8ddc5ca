import { ToggleChip } from '@/ui/controls/ToggleChip'
import styles from './ChartOptions.module.css'
import { useCompare } from './useCompare'
import { ZoneSwitch } from './ZoneSwitch'

/** How all charts of a page are drawn: with the period before or without, in which zone. */
export function ChartOptions() {
  const { before, label, toggle } = useCompare()
  return (
    <div className={styles['options']}>
      <ToggleChip pressed={before !== null} onToggle={toggle}>
        {label}
      </ToggleChip>
      <ZoneSwitch />
    </div>
  )
}
