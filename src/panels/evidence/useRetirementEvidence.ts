import { quietDays } from '@/domain/retirement'
import type { DecisionContext } from './decisionContext'
import type { EvidencePart, Gathered } from './gathered'
import { useRegistryEvidence } from './useRegistryEvidence'
import type { Traffic } from './useTraffic'

/** What speaks for and against retiring a version. `replacement` `null`: none is named. */
export function useRetirementEvidence(context: DecisionContext, traffic: Traffic, replacement: string | null): Gathered {
  const { gathered } = useRegistryEvidence(context)
  const calls = traffic.of(context.version.ref.version, 'month')
  const waiting = new Set<EvidencePart>(gathered.waiting)
  if (traffic.waiting) waiting.add('traffic')
  return {
    evidence: {
      ...gathered.evidence,
      replacement,
      traffic: traffic.unasked === null ? { requests: calls?.requests ?? null, days: quietDays } : undefined,
    },
    waiting,
    trouble: gathered.trouble ?? (traffic.error && { error: traffic.error, retry: traffic.retry }),
  }
}
