import { alertKey, type Labels } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import styles from './SilenceDialog.module.css'

export interface ConditionsProps {
  /** All labels of the alert. */
  labels: Labels
  chosen: Labels
  onChange: (chosen: Labels) => void
  /** The alerts that fulfil what is chosen. */
  covered: readonly ModelAlert[]
}

/** Which labels an alert must have to be silenced; leaving some out covers more alerts, and which ones is said. */
export function Conditions({ labels, chosen, onChange, covered }: ConditionsProps) {
  const toggle = (name: string, value: string) => {
    const { [name]: present, ...rest } = chosen
    onChange(present === undefined ? { ...chosen, [name]: value } : rest)
  }
  return (
    <fieldset className={styles['conditions']}>
      <legend>Which alerts</legend>
      <ul className={styles['matchers']}>
        {Object.entries(labels).map(([name, value]) => (
          <li key={name}>
            <label>
              <input type="checkbox" checked={chosen[name] !== undefined} onChange={() => toggle(name, value)} />
              <code>
                {name}={JSON.stringify(value)}
              </code>
            </label>
          </li>
        ))}
      </ul>
      <p className={styles['quiet']} role="status">
        {covered.length === 1 ? 'Covers 1 alert that is known now.' : `Covers ${covered.length} alerts that are known now:`}{' '}
        {covered.length > 1 && <Named alerts={covered} />}
      </p>
    </fieldset>
  )
}

const most = 6

function Named({ alerts }: { alerts: readonly ModelAlert[] }) {
  return (
    <>
      {alerts.slice(0, most).map((alert, index) => (
        <span key={alertKey(alert)}>
          {index > 0 && ', '}
          <bdi>{alert.name}</bdi>
          {alert.labels['model'] !== undefined && (
            <>
              {' of '}
              <bdi>{alert.labels['model']}</bdi>
            </>
          )}
        </span>
      ))}
      {alerts.length > most ? ` and ${alerts.length - most} more.` : '.'}
    </>
  )
}
