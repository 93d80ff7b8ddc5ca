import { holds } from '@/domain/alerts/alert'
import type { Evidence } from '@/domain/gate/evidence'
import type { RegisteredModel } from '@/domain/model'
import { useAlertRules } from '@/panels/alerts/useAlertLists'
import { useModelAlerts } from '@/panels/alerts/useModelAlerts'
import { servedModel } from '@/panels/servedModel'
import { useSources } from '@/queries/sources'

export interface AlertEvidence {
  /** What fires of a model, silenced or not: a silence changes who is told, not what is true. */
  alerts: Evidence['alerts']
  waiting: boolean
  error: Error | null
  retry: () => void
}

/** Asks what fires of a model. Where only rules could tell and there are none, nothing was asked. */
export function useAlertEvidence(model: RegisteredModel): AlertEvidence {
  const sources = useSources().alerts
  const alerts = useModelAlerts([servedModel(model)])
  const rules = useAlertRules()
  const onlyRules = sources.every(({ hasRules }) => hasRules)
  const found = alerts.of(model.ref)
  const unwatched = onlyRules && rules.data?.length === 0 && found?.length === 0
  return {
    alerts: unwatched ? undefined : found && found.filter(holds).map(({ name, severity, since }) => ({ name, severity: severity ?? 'unknown', since })),
    waiting: alerts.isPending || (onlyRules && rules.isPending && rules.configured),
    error: alerts.error(null),
    retry: alerts.retry,
  }
}
