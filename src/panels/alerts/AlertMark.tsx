import { IconBell } from '@tabler/icons-react'
import { alertsPath } from '@/domain/address'
import type { ModelAlert } from '@/domain/alerts/join'
import type { ModelRef } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import styles from './AlertMark.module.css'

/** How many alerts of a model fire and are not silenced; leads to them. Nothing where none does. */
export function AlertMark({ model, alerts }: { model: ModelRef; alerts: readonly ModelAlert[] }) {
  const firing = alerts.filter(({ state }) => state === 'firing').length
  if (firing === 0) return null
  return (
    <AppLink to={alertsPath(model)} className={styles['mark']} aria-label={`${firing === 1 ? '1 alert fires' : `${firing} alerts fire`}: ${model.name}`}>
      <IconBell size={13} aria-hidden /> {firing}
    </AppLink>
  )
}
