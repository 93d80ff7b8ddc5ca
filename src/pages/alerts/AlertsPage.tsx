import { useQueries } from '@tanstack/react-query'
import { servedModel } from '@/panels/servedModel'
import { useAlertRules, useSilences } from '@/panels/alerts/useAlertLists'
import { useAlerts } from '@/panels/alerts/useAlerts'
import { modelsQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import { useAddressParams } from '@/ui/addressParams'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { parseAlertFilter, writeAlertFilter, type AlertFilter } from './alertFilter'
import { groupAlerts } from './alertGroups'
import { AlertBoard } from './AlertBoard'
import styles from './AlertsPage.module.css'
import { AlertTiles } from './AlertTiles'
import { calmText, notConfigured } from './calmText'
import { ExportPanel } from './ExportPanel'
import { RulesPanel } from './RulesPanel'
import { SilencesPanel } from './SilencesPanel'

/** `/alerts`: what Prometheus and Alertmanager raise about the models, who silenced what, and which rules there are. */
export function AlertsPage() {
  const { registries, alerts: sources } = useSources()
  const [params, changeParams] = useAddressParams()
  const filter = parseAlertFilter(params)
  const change = (next: Partial<AlertFilter>) => changeParams((after) => writeAlertFilter(after, next))
  const lists = useQueries({ queries: registries.map((registry) => modelsQuery(registry, '', 1)) })
  const registered = lists.flatMap((list) => list.data?.models ?? [])
  const models = registered.map(servedModel)
  const { configured, state, failed, notes } = useAlerts(models)
  const rules = useAlertRules()
  const silences = useSilences()
  const registryTrouble = registries.flatMap(({ id }, index) => {
    const list = lists[index]
    return list?.error && !list.data ? [{ id, error: list.error, retry: () => void list.refetch() }] : []
  })
  const unread = lists.some((list) => list.data?.more)
  // Before the models are there, every alert would look like nobody's.
  const shown = lists.some((list) => list.isPending) ? { ...state, data: undefined, isPending: true } : state
  return (
    <div className={styles['page']}>
      <title>Alerts · Modeldeck</title>
      <h1>Alerts</h1>
      <p className={styles['lead']}>
        Modeldeck shows alerts while it is open and tells nobody. Mail, chat and pager are the business of Alertmanager’s receivers.
      </p>
      {configured && shown.data !== undefined && <AlertTiles grouped={groupAlerts(shown.data)} filter={filter} onChange={change} />}
      <PanelFrame
        title="Alerts"
        state={shown}
        headingLevel={2}
        minHeight={240}
        notConfigured={configured ? undefined : notConfigured}
        isEmpty={(alerts) => alerts.length === 0}
        emptyText={calmText(rules)}
        notes={unread ? [...notes, 'Not every registered model was read, so some of the other alerts may belong to one all the same.'] : notes}
      >
        {(alerts) => (
          <div className={styles['board']}>
            {failed.map(({ id, error, retry }) => (
              <p key={id} role="alert" className={styles['trouble']}>
                What {id} knows is missing or old{sources.some((one) => one.id === id && one.silences !== 'none') ? ', silences among it: what looks loud may be silenced' : ''}. <InlineFailure error={error} onRetry={retry} />
              </p>
            ))}
            {registryTrouble.map(({ id, error, retry }) => (
              <p key={id} role="alert" className={styles['trouble']}>
                The models of {id} are missing, so that their alerts stand among the others. <InlineFailure error={error} onRetry={retry} />
              </p>
            ))}
            <AlertBoard grouped={groupAlerts(alerts)} filter={filter} onChange={change} rules={rules.data ?? []} silences={silences.data ?? []} />
          </div>
        )}
      </PanelFrame>
      {configured && <SilencesPanel state={silences} alerts={state.data ?? []} />}
      {configured && <RulesPanel state={rules} />}
      <ExportPanel models={registered} unread={unread} />
    </div>
  )
}
