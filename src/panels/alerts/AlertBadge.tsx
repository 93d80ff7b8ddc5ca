import { IconAlertTriangleFilled, IconBellFilled, IconBellOff, IconClockHour4, IconInfoCircle } from '@tabler/icons-react'
import type { Alert } from '@/domain/alerts/alert'
import styles from './AlertBadge.module.css'
import { quietReason, severityText, toneOf } from './alertWords'

const icons = { silenced: IconBellOff, inhibited: IconBellOff, pending: IconClockHour4 } as const
const loudIcons = { failing: IconBellFilled, 'at-risk': IconAlertTriangleFilled, quiet: IconInfoCircle } as const

/** Severity of an alert with its mark; what is quiet says why. */
export function AlertBadge({ alert }: { alert: Pick<Alert, 'state' | 'severity' | 'silencedBy'> }) {
  const tone = toneOf(alert)
  const quiet = quietReason(alert)
  const Icon = quiet === null ? loudIcons[tone] : icons[quiet]
  return (
    <span className={styles['badge']} data-tone={tone}>
      <Icon size={15} aria-hidden />
      <span>
        {severityText(alert.severity)}
        <span className={quiet === null ? 'sr-only' : styles['state']}>{quiet ?? 'firing'}</span>
      </span>
    </span>
  )
}
