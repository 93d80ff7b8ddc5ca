import type { RegisteredModel } from '@/domain/model'
import { hasOwnLimits, thresholdRules } from '@/domain/thresholds/rule'
import { servedModel } from '@/panels/servedModel'
import { ExportSection } from '@/panels/thresholds/ExportSection'
import { useSources } from '@/queries/sources'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './AlertsPage.module.css'

export interface ExportPanelProps {
  models: readonly RegisteredModel[]
  /** Not every registered model is among them. */
  unread: boolean
}

/** The limits of every model that has some of its own, or for which the deployment sets some, as alert rules. */
export function ExportPanel({ models, unread }: ExportPanelProps) {
  const { policy: deployment, monitoring } = useSources()
  if (monitoring.length === 0) return null
  const layersOf = (model: RegisteredModel) => ({ model: model.policy, deployment })
  const limited = models.filter((model) => hasOwnLimits(layersOf(model))).map((model) => ({ model: servedModel(model), rules: thresholdRules(layersOf(model)) }))
  return (
    <section className={styles['export']}>
      <SectionHeading note={limited.length === 0 ? 'no model has any of its own' : `of ${limited.length} ${limited.length === 1 ? 'model' : 'models'}`}>Limits as alert rules</SectionHeading>
      {limited.length === 0 ? (
        <p className={styles['lead']}>Limits are set on a model’s page, under Policy, or for all models under “policy” in config.json. They can be exported here as rules of Prometheus.</p>
      ) : (
        <ExportSection limited={limited} notes={unread ? ['Not every registered model was read: those that are missing have no rules here.'] : []} />
      )}
    </section>
  )
}
