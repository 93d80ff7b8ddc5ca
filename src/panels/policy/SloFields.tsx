import { inheritedSlo } from '@/domain/policyInherited'
import styles from './Policy.module.css'
import type { PolicyForm } from './policyForm'
import { SettingInput } from './SettingInput'

const fields = [
  { key: 'availability', label: 'Availability', unit: 'share of good requests, such as 0.999' },
  { key: 'latencyMs', label: 'Latency', unit: 'ms at p95' },
  { key: 'window', label: 'Window', unit: 'such as 30d' },
] as const

/** The service level objective: what callers are promised. */
export function SloFields({ form: { text, change, problemAt, deployment, disabled } }: { form: PolicyForm }) {
  return (
    <div className={styles['slo']}>
      {fields.map(({ key, label, unit }) => (
        <div key={key} className={styles['sloField']}>
          <span className={styles['sloLabel']}>
            {label} <small>{unit}</small>
          </span>
          <SettingInput
            label={`SLO ${label.toLowerCase()}`}
            value={text[`slo.${key}`] ?? ''}
            inherited={inheritedSlo(deployment, key)}
            problem={problemAt(`slo.${key}`)}
            disabled={disabled}
            onChange={(value) => change(`slo.${key}`, value)}
          />
        </div>
      ))}
    </div>
  )
}
