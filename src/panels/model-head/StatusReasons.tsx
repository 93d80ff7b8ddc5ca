import { actionPath, evidencePath, versionPath } from '@/domain/address'
import type { Health, Hint as HealthHint } from '@/domain/health/assess'
import type { Evidence, SuggestedAction } from '@/domain/health/rule'
import type { ModelRef } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'
import { StatusBadge } from '@/ui/badges/StatusBadge'
import { Hint } from '@/ui/figures/Hint'
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
            {reasons.map((reason, index) => (
              <Reason
                key={reason.rule}
                model={model}
                reason={reason}
                // Two reasons may ask for the same thing: once is enough.
                withAction={!reasons.slice(0, index).some(({ action }) => action?.label === reason.action?.label)}
              />
            ))}
          </ul>
        )}
        {reasons.length === 0 && <p className={styles['quiet']}>{calmWords[status]}</p>}
        {hints.length > 0 && (
          <ul className={styles['reasons']} aria-label="Worth knowing">
            {hints.map((hint) => (
              <Reason key={hint.rule} model={model} reason={hint} withAction quiet />
            ))}
          </ul>
        )}
        {unjudged.length > 0 && <NotJudged unjudged={unjudged} />}
      </div>
    </div>
  )
}

const calmWords: Readonly<Record<Health['status'], string>> = {
  ok: 'No rule finds anything wrong.',
  'no-data': 'No figures of this model are at hand, so nothing about it in production could be judged.',
  stale: 'The figures are old: nothing was wrong when they were measured.',
  'at-risk': '',
  failing: '',
}

function NotJudged({ unjudged }: Pick<Health, 'unjudged'>) {
  return (
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
      {unjudged.length === 1 ? '1 rule' : `${unjudged.length} rules`} could not judge
    </Hint>
  )
}

interface ReasonProps {
  model: ModelRef
  reason: HealthHint
  withAction: boolean
  quiet?: boolean
}

function Reason({ model, reason, withAction, quiet = false }: ReasonProps) {
  const { sentence, evidence, action } = reason
  return (
    <li className={quiet ? styles['hint'] : styles['reason']}>
      <AppLink to={evidencePath(model, evidence)} className={styles['sentence']}>
        {sentence}
      </AppLink>
      {action && withAction && (
        <AppLink to={targetOf(model, action, evidence)} className={styles['action']}>
          {action.label} <span aria-hidden>›</span>
        </AppLink>
      )}
    </li>
  )
}

/** Where an action is taken: in its dialog, else where the version or the evidence is shown. */
function targetOf(model: ModelRef, { kind, version }: SuggestedAction, evidence: Evidence): string {
  if (version === undefined) return evidencePath(model, evidence)
  return kind === 'open' ? versionPath({ ...model, version }) : actionPath(model, kind, version)
}
