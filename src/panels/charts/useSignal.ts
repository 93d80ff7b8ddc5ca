import { skipToken, useQuery } from '@tanstack/react-query'
import type { ServedModel } from '@/domain/model'
import type { SeriesSet } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import type { AskedRange } from '@/domain/time'
import { useRefetchInterval, useTimeRange } from '@/panels/timeControls'
import type { Selection } from '@/ports/monitoring'
import { useMonitoring } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'
import type { Unsupported } from '@/ui/frame/panelState'
import { liveSeries } from './liveSeries'

/** What monitoring answers about one signal of one model, or why it cannot. Fits PanelFrame's props. */
export interface SignalAnswer {
  state: Loadable<SeriesSet>
  notConfigured: string | undefined
  notSupported: Unsupported | undefined
}

export interface SignalOptions {
  by?: Selection['by']
  /** `false`: not asked yet, e.g. because the chart is folded away. What was answered before stays. */
  enabled?: boolean
  /** The period of the same length just before. */
  previous?: boolean
}

/** What to write into config.json where nothing is monitored. */
export const noMonitoring =
  'config.json names no monitoring: add a source such as { "id": "prometheus", "type": "prometheus", "url": "/proxy/prometheus" }.'

/**
 * One signal of one model over the page's time range, live. `model` is `null` until it is known. While
 * another range loads, the last one stays; another model's figures never do.
 */
export function useSignal(name: SignalName, model: ServedModel | null, options: SignalOptions = {}): SignalAnswer {
  const { by = 'version', enabled = true, previous = false } = options
  const monitoring = useMonitoring()
  const [range] = useTimeRange()
  const askedRange: AskedRange = previous ? { ...range, previous: true } : range
  const interval = useRefetchInterval()
  const supported = monitoring?.supports(name) ?? true
  const question =
    monitoring !== null && model !== null && supported === true
      ? liveSeries(monitoring, name, { models: [model], by }, askedRange, interval)
      : null
  const state = useQuery(
    question ? { ...question, enabled } : { queryKey: ['monitoring', 'nothing'], queryFn: skipToken },
  )
  return {
    state,
    notConfigured: monitoring === null ? noMonitoring : undefined,
    notSupported: monitoring !== null && supported !== true ? { source: monitoring.id, reason: supported.reason } : undefined,
  }
}
