import { useQueries } from '@tanstack/react-query'
import type { BatchRun } from '@/domain/batch'
import type { ServedModel } from '@/domain/model'
import { recentMs } from '@/panels/fleetFigures'
import { useRefetchInterval } from '@/panels/timeControls'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'

const names = ['batch_age', 'batch_interval', 'batch_failed', 'batch_duration', 'batch_rows'] as const

/** What is said of the last run. */
export type BatchSignal = (typeof names)[number]

/** The last run as monitoring knows it now. */
export interface LastRun extends BatchRun {
  durationMs: number | null
  rows: number | null
  isPending: boolean
  /** Why the figure of a signal is missing or old. */
  errorOf: (name: BatchSignal) => Error | null
  retry: () => void
}

/** The last run of a model, live, whatever range is charted. */
export function useBatchRun(model: ServedModel | null): LastRun {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const results = useQueries({
    queries:
      monitoring === null || model === null
        ? []
        : names.map((name) => ({ ...figuresQuery(monitoring, name, { models: [model], by: 'model' }, { windowMs: recentMs }), refetchInterval })),
  })
  const [ageMs = null, intervalMs = null, failed = null, durationMs = null, rows = null] = results.map(({ data }) => data?.figures[0]?.value ?? null)
  return {
    ageMs,
    intervalMs,
    failed: failed === null ? null : failed > 0,
    durationMs,
    rows,
    isPending: results.length === 0 || results.some(({ isPending }) => isPending),
    errorOf: (name) => results[names.indexOf(name)]?.error ?? null,
    retry: () => results.filter(({ error }) => error).forEach(({ refetch }) => void refetch()),
  }
}
