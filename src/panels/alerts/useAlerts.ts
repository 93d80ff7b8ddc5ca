import { useQueries, type UseQueryResult } from '@tanstack/react-query'
import type { JoinedAlert } from '@/domain/alerts/alert'
import { joinAlerts } from '@/domain/alerts/join'
import { mergeAlerts } from '@/domain/alerts/merge'
import type { ServedModel } from '@/domain/model'
import { useRefetchInterval } from '@/panels/timeControls'
import type { AlertSet, AlertSource } from '@/ports/alerts'
import { SourceError } from '@/ports/sourceError'
import { alertsQuery } from '@/queries/alerts'
import { useSources } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

export interface FailedAlertSource {
  id: string
  error: Error
  retry: () => void
}

/** What all sources of alerts report together. */
export interface Alerts {
  /** Whether any source that can tell is configured. */
  configured: boolean
  /** The alerts as soon as any are known; an empty list only when every source was asked. */
  state: Loadable<readonly JoinedAlert[]>
  /** Sources that did not answer: what they know is missing, or old. */
  failed: readonly FailedAlertSource[]
  notes: readonly string[]
}

/** Asks every source of alerts, and again at the page's refresh; joins what they say to these models. */
export function useAlerts(models: readonly ServedModel[], enabled = true): Alerts {
  const { alerts: sources } = useSources()
  const refetchInterval = useRefetchInterval()
  const answers = useQueries({ queries: sources.map((source) => ({ ...alertsQuery(source), refetchInterval, enabled })) })
  return collect(sources, answers, models)
}

function collect(all: readonly AlertSource[], results: readonly UseQueryResult<AlertSet>[], models: readonly ServedModel[]): Alerts {
  const asked = all
    .flatMap((source, index) => {
      const answer = results[index]
      return answer ? [{ source, answer }] : []
    })
    .filter(({ answer }) => !isUnsupported(answer.error))
  const answers = asked.map(({ answer }) => answer)
  const failed = asked.flatMap(({ source, answer }) => (answer.error ? [{ id: source.id, error: answer.error, retry: () => void answer.refetch() }] : []))
  const known = asked.flatMap(({ source, answer }) => (answer.data ? [{ id: source.id, set: answer.data }] : []))
  const merged = mergeAlerts(known.map(({ set }) => set.alerts))
  const joins = merged.length === 0 ? [] : known.map(({ id, set }) => ({ id, join: set.join(models) }))
  const joined = joinAlerts(merged, new Map(joins.map(({ id, join }) => [id, (labels) => join.find(labels)])))
  const settled = answers.every((answer) => !answer.isPending)
  const complete = known.length > 0 && (settled || joined.length > 0)
  return {
    configured: asked.length > 0,
    failed,
    notes: [...new Set([...known.flatMap(({ set }) => set.notes), ...joins.flatMap(({ join }) => join.notes)])],
    state: {
      data: complete ? joined : undefined,
      // Where some source answered, the others are said beside what is known.
      error: known.length === 0 ? (failed[0]?.error ?? null) : null,
      isPending: !complete && !settled,
      isFetching: answers.some((answer) => answer.isFetching),
      dataUpdatedAt: Math.min(...answers.filter((answer) => answer.data).map((answer) => answer.dataUpdatedAt)),
      refetch: () => answers.forEach((answer) => void answer.refetch()),
    },
  }
}

/** A server that knows no alerts is no source of them, and nothing has failed. */
function isUnsupported(error: Error | null): boolean {
  return error instanceof SourceError && error.kind === 'unsupported'
}
