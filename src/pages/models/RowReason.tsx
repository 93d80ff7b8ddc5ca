import { modelPath } from '@/domain/address'
import { headline } from '@/domain/health/assess'
import { AppLink } from '@/ui/AppLink'
import type { ModelRow } from './modelRow'
import styles from './ModelsPage.module.css'

/** Why a model needs a person, as a sentence, with the way to what can be done. */
export function RowReason({ row: { health, model } }: { row: ModelRow }) {
  const [first] = health.reasons.length > 0 ? health.reasons : health.hints
  if (!first) return null
  const text = health.reasons.length > 0 ? headline(health) : first.sentence
  return (
    <span className={styles['reason']} data-severity={health.reasons[0]?.severity ?? 'hint'}>
      <span>{text}</span>{' '}
      <AppLink to={modelPath(model.ref, first.evidence)} aria-label={`${first.action?.label ?? 'Look'}: ${model.ref.name}`}>
        {first.action?.label ?? 'Look'} ›
      </AppLink>
    </span>
  )
}
