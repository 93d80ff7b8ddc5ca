import { IconAlertTriangleFilled, IconBellFilled, IconBellOff, IconClockHour4, IconInfoCircle } from '@tabler/icons-react'
import { alertKey } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import { versionWords } from '@/domain/words'
import { quietReason, toneOf } from './alertWords'
import styles from './ModelAlertsPanel.module.css'

const most = 3
const quietIcons = { silenced: IconBellOff, inhibited: IconBellOff, pending: IconClockHour4 } as const
const loudIcons = { failing: IconBellFilled, 'at-risk': IconAlertTriangleFilled, quiet: IconInfoCircle } as const

/** Names of alerts with their marks in one line, what needs a person first. */
export function AlertsInLine({ alerts }: { alerts: readonly ModelAlert[] }) {
  return (
    <>
      {alerts.slice(0, most).map((alert) => (
        <Named key={alertKey(alert)} alert={alert} />
      ))}
      {alerts.length > most && <span>and {alerts.length - most} more</span>}
    </>
  )
}

function Named({ alert }: { alert: ModelAlert }) {
  const quiet = quietReason(alert)
  const tone = toneOf(alert)
  const Icon = quiet === null ? loudIcons[tone] : quietIcons[quiet]
  return (
    <span className={styles['alert']} data-tone={tone}>
      <Icon size={14} aria-hidden />
      <span>
        <bdi>{alert.name}</bdi>
        {alert.version === null ? '' : ` ${versionWords(alert.version)}`}{' '}
        <span className={quiet === null ? 'sr-only' : undefined}>{quiet ?? 'fires'}</span>
      </span>
    </span>
  )
}
