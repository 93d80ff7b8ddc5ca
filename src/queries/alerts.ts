import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Silence, SilenceDraft } from '@/domain/alerts/silence'
import { secondMs, type Clock } from '@/domain/time'
import type { AlertSource } from '@/ports/alerts'

export const alertKeys = {
  source: (source: string) => ['alerts', source],
}

/** Everything that a source reports, whomever it belongs to: every page shares the one answer. */
export function alertsQuery(source: AlertSource) {
  return queryOptions({
    queryKey: [...alertKeys.source(source.id), 'alerts'],
    queryFn: ({ signal }) => source.listAlerts(signal),
  })
}

/** The rules of a source that has some. They change when somebody deploys, so they are asked seldom. */
export function alertRulesQuery(source: AlertSource) {
  return queryOptions({
    queryKey: [...alertKeys.source(source.id), 'rules'],
    queryFn: ({ signal }) => source.listRules(signal),
    enabled: source.hasRules,
    staleTime: 5 * 60 * secondMs,
  })
}

export function silencesQuery(source: AlertSource) {
  return queryOptions({
    queryKey: [...alertKeys.source(source.id), 'silences'],
    queryFn: ({ signal }) => source.listSilences(signal),
    enabled: source.silences !== 'none',
  })
}

export function alertInfoQuery(source: AlertSource) {
  return queryOptions({
    queryKey: [...alertKeys.source(source.id), 'info'],
    queryFn: ({ signal }) => source.info(signal),
  })
}

/** Sets silences. Pessimistic: the screen changes when the source has. */
export function useSilence() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ source, draft }: { source: AlertSource; draft: SilenceDraft }) => source.silence(draft),
    onSettled: () => client.invalidateQueries({ queryKey: ['alerts'] }),
  })
}

/** Ends a silence. Where it could only be cut short, the screen is asked again once it has ended. */
export function useUnsilence(clock: Clock) {
  const client = useQueryClient()
  const refresh = () => client.invalidateQueries({ queryKey: ['alerts'] })
  return useMutation({
    mutationFn: ({ source, id }: { source: AlertSource; id: string }) => source.unsilence(id),
    onSuccess(silence: Silence) {
      if (silence.state === 'active') setTimeout(() => void refresh(), silence.endsAt - clock.now() + secondMs)
    },
    onSettled: refresh,
  })
}
