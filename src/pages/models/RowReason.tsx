import { actionPath, evidencePath } from '@/domain/address'
import { headline, type Hint } from '@/domain/health/assess'
import type { ModelRef } from '@/domain/model'
import { AlertMark } from '@/panels/alerts/AlertMark'
import { RequestMark } from '@/panels/requests/RequestMark'
import { AppLink } from '@/ui/AppLink'
import type { ModelRow } from './modelRow'
import styles from './ModelsPage.module.css'

/** Why a model needs a person, as a sentence, with the way to what can be done; before it, that a promotion was asked for. */
export function RowReason({ row: { health, model, request, alerts } }: { row: ModelRow }) {
  const mark = request && <RequestMark request={request} withVersion />
  const [first] = health.reasons.length > 0 ? health.reasons : health.hints
  if (!first) return mark
  const text = health.reasons.length > 0 ? headline(health) : first.sentence
  return (
    <span className={styles['reason']} data-severity={health.reasons[0]?.severity ?? 'hint'}>
      {mark} <span>{text}</span>{' '}
      <AppLink to={targetOf(model.ref, first)} aria-label={`${first.action?.label ?? 'Look'}: ${model.ref.name}`}>
        {first.action?.label ?? 'Look'} ›
      </AppLink>{' '}
      <AlertMark model={model.ref} alerts={alerts} />
    </span>
  )
}

/** Straight into the dialog of what is suggested, else to what shows it. */
function targetOf(model: ModelRef, { action, evidence }: Hint): string {
  if (action?.version === undefined || action.kind === 'open') return evidencePath(model, evidence)
  return actionPath(model, action.kind, action.version)
}
