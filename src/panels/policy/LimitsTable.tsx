import { gateLevels } from '@/domain/policy'
import { inheritedLevel, inheritedThreshold } from '@/domain/policyInherited'
import { SelectField } from '@/ui/controls/SelectField'
import styles from './Policy.module.css'
import type { PolicyForm } from './policyForm'
import type { LimitedThing } from './policyRows'
import { SettingInput } from './SettingInput'
import { SettingSelect } from './SettingSelect'

export interface LimitsTableProps {
  form: PolicyForm
  things: readonly LimitedThing[]
  further: readonly LimitedThing[]
  onAdd: (name: string) => void
}

const columns = [
  { key: 'warn', header: 'Warn', hint: 'At risk beyond it; a check warns' },
  { key: 'critical', header: 'Critical', hint: 'Failing beyond it; a check fails' },
  { key: 'recover', header: 'Recover', hint: 'Where an alert that fired ends again; between it and the limit nothing flips' },
  { key: 'for', header: 'For', hint: 'How long it must be beyond before an alert fires, such as 10m' },
  { key: 'minSamples', header: 'Min. samples', hint: 'Fewer cases or requests say nothing' },
  { key: 'tolerance', header: 'Tolerance', hint: 'How much worse than the champion a candidate may be' },
] as const

/** Where a measure or signal becomes At risk and Failing, and where a check warns and fails. */
export function LimitsTable({ form, things, further, onAdd }: LimitsTableProps) {
  const { text, change, problemAt, deployment, disabled } = form
  return (
    <>
      <div className={styles['scroll']}>
        <table className={styles['limits']} aria-label="Limits">
          <thead>
            <tr>
              <th scope="col">Measure</th>
              {columns.map(({ key, header, hint }) => (
                <th key={key} scope="col" title={hint}>
                  {header}
                </th>
              ))}
              <th scope="col" title="Which side of a limit is bad">
                Worse
              </th>
              <th scope="col" title="How much its limit weighs before a promotion">
                As a check
              </th>
            </tr>
          </thead>
          <tbody>
            {things.map(({ name, label, unit, gate, settings }) => (
              <tr key={name}>
                <th scope="row">
                  <bdi>{label}</bdi>
                  {unit !== '' && <small className={styles['unit']}>{unit}</small>}
                </th>
                {columns.map(({ key, header }) => (
                  <td key={key} data-label={header}>
                    {settings.includes(key) && (
                      <SettingInput
                        label={`${label} ${header.toLowerCase()}`}
                        value={text[`thresholds.${name}.${key}`] ?? ''}
                        inherited={inheritedThreshold(deployment, name, key)}
                        nothing={key === 'minSamples' ? 'default' : 'not set'}
                        problem={problemAt(`thresholds.${name}.${key}`)}
                        disabled={disabled}
                        onChange={(value) => change(`thresholds.${name}.${key}`, value)}
                      />
                    )}
                  </td>
                ))}
                <td data-label="Worse">
                  {settings.includes('direction') && (
                    <SettingSelect
                      label={`${label} worse`}
                      value={text[`thresholds.${name}.direction`] ?? ''}
                      options={['below', 'above']}
                      inherited={inheritedThreshold(deployment, name, 'direction') ?? { text: 'above', from: 'default' }}
                      disabled={disabled}
                      onChange={(value) => change(`thresholds.${name}.direction`, value)}
                    />
                  )}
                </td>
                <td data-label="As a check">
                  {gate !== null && (
                    <SettingSelect
                      label={`${label} as a check`}
                      value={text[`gates.${gate}`] ?? ''}
                      options={gateLevels}
                      inherited={inheritedLevel(deployment, gate)}
                      disabled={disabled}
                      onChange={(value) => change(`gates.${gate}`, value)}
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {further.length > 0 && !disabled && (
        <div className={styles['add']}>
          <SelectField
            label="Add a measure"
            hideLabel
            value=""
            options={[{ value: '', label: 'Add a measure …' }, ...further.map(({ name, label }) => ({ value: name, label }))]}
            onChange={(name) => name !== '' && onAdd(name)}
          />
        </div>
      )}
    </>
  )
}
