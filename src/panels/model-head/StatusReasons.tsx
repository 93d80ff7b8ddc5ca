import { modelPath, versionPath } from '@/domain/address'
import type { Health, Hint as HealthHint } from '@/domain/health/assess'
import type { ModelRef } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import { StatusBadge } from '@/ui/badges/StatusBadge'
import { Hint } from '@/ui/figures/Hint'
import { Timestamp } from '@/ui/figures/Timestamp'
import styles from './StatusReasons.module.css'

export interface StatusReasonsProps {
  model: ModelRef
  health: Health
}

/** The status with its reasons as sentences: each leads to its evidence, and to what can be done. */
export function StatusReasons({ model, health }: StatusReasonsProps) {
  const { status, reasons, hints, unjudged } = health
  return (
    <div className={styles['status']}>
      <StatusBadge status={status} variant="pill" />
      <div className={styles['said']}>
        {reasons.length > 0 && (
          <ul className={styles['reasons']} aria-label="Reasons">
            {reasons.map((reason) => (
              <Reason key={reason.rule} model={model} reason={reason} />
            ))}
          </ul>
        )}
        {reasons.length === 0 && <p className={styles['quiet']}>{calmWords[status]}</p>}
        {hints.length > 0 && (
          <ul className={styles['reasons']} aria-label="Worth knowing">
            {hints.map((hint) => (
              <Reason key={hint.rule} model={model} reason={hint} quiet />
            ))}
          </ul>
        )}
      </div>
      {unjudged.length > 0 && (
        <Hint
          className={styles['unjudged']}
          hint={
            <ul className={styles['list']}>
              {unjudged.map(({ rule, why }) => (
                <li key={rule}>{why}</li>
              ))}
            </ul>
          }
        >
          {unjudged.length} not judged
        </Hint>
      )}
    </div>
  )
}

const calmWords: Readonly<Record<Health['status'], string>> = {
  ok: 'No rule finds anything wrong.',
  'no-data': 'No monitoring figures speak of this model, so nothing about it in production could be judged.',
  stale: 'The figures are old: nothing was wrong when they were measured.',
  'at-risk': '',
  failing: '',
}

function Reason({ model, reason, quiet = false }: { model: ModelRef; reason: HealthHint; quiet?: boolean }) {
  const { sentence, evidence, action, since } = reason
  const target = action?.version === undefined ? modelPath(model, evidence) : versionPath({ ...model, version: action.version })
  return (
    <li className={quiet ? styles['hint'] : styles['reason']}>
      <AppLink to={modelPath(model, evidence)} className={styles['sentence']}>
        {sentence}
      </AppLink>
      {since !== null && (
        <span className={styles['quiet']}>
          since <Timestamp at={since} form="short" plain />
        </span>
      )}
      {action && (
        <AppLink to={target} className={styles['action']}>
          {action.label} <span aria-hidden>›</span>
        </AppLink>
      )}
    </li>
  )
}
