import { useQueries } from '@tanstack/react-query'
import type { AlertRule } from '@/domain/alerts/alert'
import type { Silence } from '@/domain/alerts/silence'
import { useRefetchInterval } from '@/panels/timeControls'
import { alertRulesQuery, silencesQuery } from '@/queries/alerts'
import { useSources } from '@/queries/sources'
import type { Loadable } from '@/ui/frame/loadable'

/** The rules of every source that evaluates some, as one list. */
export function useAlertRules(enabled = true): Loadable<readonly AlertRule[]> & { configured: boolean } {
  const sources = useSources().alerts.filter(({ hasRules }) => hasRules)
  const answers = useQueries({ queries: sources.map((source) => ({ ...alertRulesQuery(source), enabled })) })
  return { configured: sources.length > 0, ...joined(answers.map((answer) => ({ ...answer, data: answer.data?.rules }))) }
}

/** The silences of every source that keeps some, as one list. */
export function useSilences(enabled = true): Loadable<readonly Silence[]> & { configured: boolean } {
  const sources = useSources().alerts.filter(({ silences }) => silences !== 'none')
  const refetchInterval = useRefetchInterval()
  const answers = useQueries({ queries: sources.map((source) => ({ ...silencesQuery(source), refetchInterval, enabled })) })
  return { configured: sources.length > 0, ...joined(answers) }
}

function joined<T>(answers: readonly Loadable<readonly T[]>[]): Loadable<readonly T[]> {
  const known = answers.flatMap(({ data }) => (data ? [data] : []))
  return {
    data: known.length > 0 ? known.flat() : undefined,
    error: answers.find(({ error }) => error)?.error ?? null,
    isPending: known.length === 0 && answers.some(({ isPending }) => isPending),
    isFetching: answers.some(({ isFetching }) => isFetching),
    dataUpdatedAt: Math.min(...answers.filter(({ data }) => data).map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refetch: () => answers.forEach(({ refetch }) => void refetch()),
  }
}
