import { useQuery } from '@tanstack/react-query'
import { changesQuery, modelQuery } from '@/queries/registry'
import { useSources } from '@/queries/sources'
import type { DecisionContext } from './decisionContext'
import type { EvidencePart, Gathered } from './gathered'

/** What every decision looks at: the version itself, what the registry holds now, and who else is deciding. */
export function useRegistryEvidence({ registry, model, version, champion, seenChampion }: DecisionContext): { gathered: Gathered } {
  const { policy } = useSources()
  const state = useQuery(modelQuery(registry, model.ref.name))
  const changes = useQuery(changesQuery(registry, model.ref.name))
  const openIntent = changes.data?.find(({ status }) => status === 'intended') ?? null
  const failed = state.error ?? changes.error
  const waiting = new Set<EvidencePart>(changes.isPending ? ['registry'] : [])
  return {
    gathered: {
      evidence: {
        policy: { model: model.policy, deployment: policy },
        candidate: { version: version.ref.version, status: version.status, lifecycle: version.lifecycle.state },
        registry: failed ? null : { seenChampion, champion, openIntent },
      },
      waiting,
      trouble: failed && {
        error: failed,
        retry() {
          if (state.error) void state.refetch()
          if (changes.error) void changes.refetch()
        },
      },
    },
  }
}
