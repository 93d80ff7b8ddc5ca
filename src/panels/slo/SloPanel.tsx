import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { objectivesOf, type Objectives } from '@/domain/slo'
import { objectiveWords, windowWords } from '@/domain/sloWords'
import { latencyWords } from '@/domain/words'
import { useMonitoring } from '@/queries/sources'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { Unsupported } from '@/ui/frame/panelState'
import { BurnTable } from './BurnTable'
import { sloNotes } from './sloNotes'
import { SloVerdict } from './SloVerdict'
import styles from './Slo.module.css'
import { useSlo } from './useSlo'

export interface SloPanelProps {
  /** `null`: not known yet. */
  model: ServedModel | null
  policy: PolicyLayers
  /** `false`: not asked yet, so that what matters more comes first. */
  enabled: boolean
}

/** What a model owes its callers: the error budget that is left, how fast it burns, and who must be told. */
export function SloPanel({ model, policy, enabled }: SloPanelProps) {
  const state = useSlo(model, policy, enabled)
  const monitoring = useMonitoring()
  const objectives = objectivesOf(policy)
  const set = objectives.availability !== null || objectives.latencyMs !== null
  return (
    <PanelFrame
      title="Service level"
      {...(set && { unit: unitOf(objectives) })}
      state={state}
      notConfigured={set || model === null ? undefined : notSet}
      notSupported={set && monitoring !== null ? unsupported(objectives, monitoring.id, (name) => monitoring.supports(name)) : undefined}
      minHeight={set ? 200 : 64}
      queryText={state.data?.queries}
      notes={state.data && sloNotes(objectives, state.data, monitoring)}
    >
      {(view) => (
        <div className={styles['slo']}>
          <SloVerdict view={view} objectives={objectives} onRetry={state.refetch} />
          <BurnTable view={view} latencyMs={objectives.latencyMs?.value ?? null} />
        </div>
      )}
    </PanelFrame>
  )
}

const notSet =
  'No objective is set, by this model or for the deployment. Set one in the model’s policy (tag modeldeck.policy) or under “policy” in config.json: ' +
  '{ "slo": { "availability": 0.999, "latencyMs": 250, "window": "30d" } }. The error budget and its burn rate then stand here.'

function unitOf({ availability, latencyMs, windowMs }: Objectives): string {
  const parts = [
    availability && `${objectiveWords(availability.value)} of requests do not fail, over ${windowWords(windowMs)}`,
    latencyMs && `95 % within ${latencyWords(latencyMs.value)}`,
  ]
  return parts.filter(Boolean).join('; ')
}

type Supports = (name: 'error_ratio' | 'request_rate' | 'latency_p95') => true | { reason: string }

/** Only where nothing of it can be answered. */
function unsupported({ availability, latencyMs }: Objectives, source: string, supports: Supports): Unsupported | undefined {
  const lacks = [
    ...(availability === null ? [] : [[supports('error_ratio'), supports('request_rate')].find((answer) => answer !== true)]),
    ...(latencyMs === null ? [] : [supports('latency_p95')].map((answer) => (answer === true ? undefined : answer))),
  ]
  const [first] = lacks
  return first !== undefined && lacks.every((lack) => lack !== undefined) ? { source, reason: first.reason } : undefined
}
