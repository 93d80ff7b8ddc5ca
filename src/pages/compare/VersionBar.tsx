import { IconX } from '@tabler/icons-react'
import type { RegisteredModel } from '@/domain/model'
import { versionWords } from '@/domain/words'
import type { RegistrySource } from '@/ports/registry'
import chips from '@/ui/controls/FilterChip.module.css'
import { Segments } from '@/ui/controls/Segments'
import type { AddressChange, ComparedLayout } from './compareAddress'
import styles from './ComparePage.module.css'
import { VersionChoices } from './VersionChoices'

export interface VersionBarProps {
  registry: RegistrySource
  model: RegisteredModel
  /** In the order of the comparison; the first is the reference. */
  names: readonly string[]
  layout: ComparedLayout
  onChange: (change: AddressChange) => void
}

const layouts = [
  { value: 'columns', label: 'Columns' },
  { value: 'rows', label: 'Rows' },
] as const

/** Which versions are compared, with which one, and how they lie. */
export function VersionBar({ registry, model, names, layout, onChange }: VersionBarProps) {
  return (
    <div className={styles['bar']}>
      <ul className={styles['chips']} aria-label="Compared versions">
        {names.map((name) => (
          <li key={name} className={chips['chip']}>
            <bdi className={chips['value']}>{versionWords(name)}</bdi>
            <button type="button" className={chips['remove']} aria-label={`Remove version ${name}`} title={`Remove version ${name}`} onClick={() => onChange({ versions: names.filter((other) => other !== name) })}>
              <IconX size={14} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <VersionChoices registry={registry} model={model} chosen={names} onChoose={(versions) => onChange({ versions })} />
      {names.length > 1 && (
        <div className={styles['end']}>
          <label className={styles['field']}>
            Against
            <select value={names[0] ?? ''} onChange={(event) => onChange({ reference: event.target.value })}>
              {names.map((name) => (
                <option key={name} value={name}>
                  {versionWords(name)}
                </option>
              ))}
            </select>
          </label>
          <span className={styles['field']}>
            Versions as
            <Segments label="Versions as" size="small" options={layouts} value={layout} onChange={(next) => onChange({ layout: next })} />
          </span>
        </div>
      )}
    </div>
  )
}
