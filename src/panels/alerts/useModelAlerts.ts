import { alertsOf, type ModelAlert } from '@/domain/alerts/join'
import type { ModelRef, ServedModel } from '@/domain/model'
import { SourceError } from '@/ports/sourceError'
import { useAlerts } from './useAlerts'

/** The alerts of some models, for judgements. */
export interface ModelAlerts {
  /** `undefined`: no source is configured, or none has answered yet; `null`: none could be asked. */
  of: (ref: ModelRef) => readonly ModelAlert[] | null | undefined
  isPending: boolean
  /** A source that did not answer; the one that failed already with something else is left out. */
  error: (known: Error | null) => Error | null
  retry: () => void
}

/** Asks for the alerts of these models: a constant number of requests, shared with every page. */
export function useModelAlerts(models: readonly ServedModel[], enabled = true): ModelAlerts {
  const { configured, state, failed } = useAlerts(models, enabled)
  return {
    of(ref) {
      if (!configured || !enabled) return undefined
      if (state.data === undefined) return state.error === null ? undefined : null
      return alertsOf(state.data, ref)
    },
    isPending: configured && enabled && state.isPending,
    error: (known) => failed.find(({ id }) => !(known instanceof SourceError && known.source === id))?.error ?? null,
    retry: () => failed.forEach(({ retry }) => retry()),
  }
}
