import type { SignalName } from '@/domain/signal'
import { dayMs, type EpochMs } from '@/domain/time'
import type { PrometheusApi } from '@/adapters/prometheus/api'
import { isNotOffered } from '@/adapters/prometheus/errors'
import type { SignalQuery } from '@/adapters/prometheus/preset'
import { metricNames } from '@/adapters/prometheus/promql'
import type { ResolvedSettings } from '@/adapters/prometheus/settings'
import { signalsInUse } from './completeSignals'

/** Why a signal cannot be answered by what the server has scraped, by signal; one question for all of them. */
export async function lackingSignals(
  names: readonly SignalName[],
  settings: ResolvedSettings,
  api: PrometheusApi,
  now: EpochMs,
  signal?: AbortSignal,
): Promise<ReadonlyMap<SignalName, string>> {
  const signals = signalsInUse(settings)
  const needed = new Map(names.map((name) => [name, 'reason' in signals[name] ? [] : metricNames(signals[name].query)]))
  const existing = await listed(api, [...new Set([...needed.values()].flat())], now, signal)
  const optional = settings.preset?.optional ?? []
  const lacking = new Map<SignalName, string>()
  for (const [name, metrics] of needed) {
    const entry = signals[name]
    if ('reason' in entry) lacking.set(name, entry.reason)
    else if (existing !== null && !answers(entry, existing, optional)) {
      const missing = metrics.filter((metric) => !existing.includes(metric))
      lacking.set(name, `No samples of ${missing.join(', ')} in the last 24 hours${entry.exporter === undefined ? '' : `: ${entry.exporter}`}.`)
    }
  }
  return lacking
}

/** Whether what a query needs is there. */
function answers({ query, alternatives }: SignalQuery, existing: readonly string[], optional: readonly string[]): boolean {
  const metrics = metricNames(query)
  const found = metrics.filter((metric) => existing.includes(metric))
  if (metrics.length === 0) return true
  return found.length > 0 && (alternatives === true || metrics.every((metric) => found.includes(metric) || optional.includes(metric)))
}

/** `null`: the server does not list names. */
async function listed(api: PrometheusApi, names: readonly string[], now: EpochMs, signal: AbortSignal | undefined): Promise<string[] | null> {
  try {
    return await api.existing(names, now - dayMs, now, signal)
  } catch (error) {
    if (isNotOffered(error)) return null
    throw error
  }
}
