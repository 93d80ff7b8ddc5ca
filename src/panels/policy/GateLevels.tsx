import { gates } from '@/domain/gate/gates'
import { gateLevels } from '@/domain/policy'
import { inheritedLevel } from '@/domain/policyInherited'
import { Coded } from '@/panels/version/Coded'
import { actionVerbs } from '@/panels/actions/decisionWords'
import styles from './Policy.module.css'
import type { PolicyForm } from './policyForm'
import { SettingSelect } from './SettingSelect'

/** Checks whose level stands beside their limits. */
const listed = gates.filter(({ id }) => !id.endsWith('_threshold'))

/** How much each check weighs: required blocks, advisory informs, off is not asked. */
export function GateLevels({ form: { text, change, deployment, disabled } }: { form: PolicyForm }) {
  return (
    <ul className={styles['gates']} aria-label="Levels of checks">
      {listed.map(({ id, title, rule, actions }) => (
        <li key={id} className={styles['gate']}>
          <div>
            <p className={styles['gateTitle']}>
              {title} <small>{actions.map((action) => actionVerbs[action].toLowerCase()).join(', ')}</small>
            </p>
            <p className={styles['rule']}>
              <Coded text={rule} />
            </p>
          </div>
          <SettingSelect
            label={title}
            value={text[`gates.${id}`] ?? ''}
            options={gateLevels}
            inherited={inheritedLevel(deployment, id)}
            disabled={disabled}
            onChange={(value) => change(`gates.${id}`, value)}
          />
        </li>
      ))}
    </ul>
  )
}
