import { createPrometheus, type PrometheusOptions } from '@/adapters/prometheus/index'
import { operationQueries } from '@/adapters/prometheus/operations/completeSignals'
import type { Figure } from '@/domain/series'
import type { SignalName } from '@/domain/signal'
import type { MonitoringSource } from '@/ports/monitoring'
import type { RecordedRuntime, RuntimeFigure } from './runtimes'

/** The adapter with the preset of a runtime, over a server that scrapes its exposition. */
export function sourceOverRuntime(
  { preset, match }: RecordedRuntime,
  options: Pick<PrometheusOptions, 'baseUrl' | 'clock'> & Partial<PrometheusOptions>,
): MonitoringSource {
  return createPrometheus({ id: 'prometheus', preset, labels: {}, match: match ? [match] : [], queries: {}, registryIds: ['mlflow'], ...options })
}

/** The figure that the source answers; `undefined`: none at all. */
export async function askFigure(source: MonitoringSource, { model }: RecordedRuntime, asked: RuntimeFigure, windowMs: number) {
  const by = asked.version === undefined ? 'model' : 'version'
  const models = [{ ref: { source: 'mlflow', name: model }, serving: null }]
  const { figures } = await source.figures(asked.signal, { models, by }, { windowMs, offsetMs: 0 })
  const fits = ({ subject }: Figure) => subject.version === (asked.version ?? null) && Object.entries(asked.labels ?? {}).every(([name, value]) => subject.labels[name] === value)
  return figures.filter(fits).map(({ value }) => value)
}

/** Whether the answer is the one figure that is expected, within `tolerance` (relative). */
export function agrees(found: readonly (number | null)[], { value }: RuntimeFigure, tolerance: number): boolean {
  if (value === null) return found.every((one) => one === null)
  const [one] = found
  if (found.length !== 1 || one == null) return false
  const [low, high] = typeof value === 'number' ? [value, value] : value
  return one >= low - Math.abs(low) * tolerance && one <= high + Math.abs(high) * tolerance
}

/**
 * The signals that the runtime answers by metrics of its own and of which its table has no figure: there must be
 * none. What is asked the same way whatever the runtime is tested on samples of its own.
 */
export async function unchecked(source: MonitoringSource, { figures }: RecordedRuntime): Promise<SignalName[]> {
  const { signals } = await source.plan()
  const common: ReadonlySet<string> = new Set(Object.values(operationQueries).map(({ query }) => query))
  return signals
    .filter(({ name, query }) => query !== null && !common.has(query) && !figures.some(({ signal }) => signal === name))
    .map(({ name }) => name)
}
