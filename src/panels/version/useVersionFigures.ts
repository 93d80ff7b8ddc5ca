import { useQueries } from '@tanstack/react-query'
import type { ServedModel } from '@/domain/model'
import type { SignalName } from '@/domain/signal'
import { recentMs } from '@/panels/fleetFigures'
import { useRefetchInterval } from '@/panels/timeControls'
import { figuresQuery } from '@/queries/monitoring'
import { useMonitoring } from '@/queries/sources'

/** What monitoring says of one version now; `null`: it has no figure. */
export interface VersionLive {
  rate: number | null
  errors: number | null
  p95: number | null
}

const signals = { rate: 'request_rate', errors: 'error_ratio', p95: 'latency_p95' } as const satisfies Record<keyof VersionLive, SignalName>
const asked: readonly SignalName[] = [signals.rate, signals.errors, signals.p95]

/** The live figures of a model's versions. */
export interface VersionFigures {
  /** `false`: no monitoring is configured. */
  configured: boolean
  /** `undefined`: on its way. */
  of: (version: string) => VersionLive | undefined
  /** A sentence for a figure that is missing. */
  absent: string
  error: Error | null
  /** Why what was answered before is old. */
  stale: Error | null
  /** When the oldest of them came, by the system's clock; `null`: nothing has been answered. */
  answeredAt: number | null
  retry: () => void
  /** What a reader must know: that the runtime names no version. */
  notes: readonly string[]
}

/** Asks for request rate, error ratio and p95 of all versions of one model at once, again at the page's refresh. */
export function useVersionFigures(model: ServedModel | null): VersionFigures {
  const monitoring = useMonitoring()
  const refetchInterval = useRefetchInterval()
  const possible = monitoring ? asked.filter((name) => monitoring.supports(name) === true) : []
  const results = useQueries({
    queries:
      monitoring && model
        ? possible.map((name) => ({
            ...figuresQuery(monitoring, name, { models: [model], by: 'version' }, { windowMs: recentMs }),
            refetchInterval,
          }))
        : [],
  })
  const answers = new Map(possible.map((name, index) => [name, results[index]?.data]))
  const answered = results.filter(({ data }) => data !== undefined)
  const error = results.find((result) => result.error)?.error ?? null
  const pending = model !== null && results.some((result) => result.isPending)
  const valueOf = (name: SignalName, version: string) =>
    answers.get(name)?.figures.find(({ subject }) => subject.version === version)?.value ?? null
  const unversioned = [...answers.values()].some((set) => set?.figures.some(({ subject }) => subject.version === null))
  return {
    configured: monitoring !== null,
    of: (version) =>
      pending
        ? undefined
        : {
            rate: valueOf(signals.rate, version),
            errors: valueOf(signals.errors, version),
            p95: valueOf(signals.p95, version),
          },
    absent: absentWords(monitoring?.id ?? null, error !== null, unversioned),
    error,
    stale: answered.find((result) => result.error)?.error ?? null,
    answeredAt: answered.length === 0 ? null : Math.min(...answered.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    retry: () => results.filter((result) => result.error).forEach((result) => void result.refetch()),
    notes: [...new Set([...answers.values()].flatMap((set) => set?.notes ?? []))],
  }
}

function absentWords(monitoring: string | null, failed: boolean, unversioned: boolean): string {
  if (monitoring === null) return 'No monitoring is configured.'
  if (failed) return `${monitoring} did not answer.`
  if (unversioned) return `The figures in ${monitoring} do not say which version served.`
  return `${monitoring} has no figure for this version in the last 5 minutes: it gets no requests, or is not scraped.`
}
