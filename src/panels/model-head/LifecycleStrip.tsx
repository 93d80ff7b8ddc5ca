import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { serviceSpans } from '@/domain/timeline'
import type { RegistrySource } from '@/ports/registry'
import { changesQuery, versionsQuery } from '@/queries/registry'
import { useNow } from '@/ui/clock'
import { dateText } from '@/ui/format/times'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { Skeleton } from '@/ui/frame/Skeleton'
import { ServiceStrip } from './ServiceStrip'
import { serviceStrip } from './serviceStrip'

const stripHeight = 56

export interface LifecycleStripProps {
  registry: RegistrySource
  model: RegisteredModel
}

/** Who served production when, from the decisions on record and what is true now. */
export function LifecycleStrip({ registry, model }: LifecycleStripProps) {
  const now = useNow()
  const changes = useQuery(changesQuery(registry, model.ref.name))
  const versions = useInfiniteQuery({ ...versionsQuery(registry, model.ref.name, model), placeholderData: keepPreviousData })
  if (changes.data === undefined && changes.error) {
    return (
      <p>
        Who served production when is not known: <InlineFailure error={changes.error} onRetry={changes.refetch} />
      </p>
    )
  }
  // Without the versions' ages the strip would be drawn twice, differently.
  if (changes.data === undefined || versions.isPending) return <Skeleton height={stripHeight} />
  const loaded = versions.data?.pages.flatMap(({ items }) => items) ?? []
  const production = productionOf(model, registry.aliasNames)
  const candidate = candidateOf(model, registry.aliasNames)
  const spans = serviceSpans({
    changes: changes.data,
    production: production?.version ?? null,
    createdAt: new Map(loaded.map(({ ref, createdAt }) => [ref.version, createdAt])),
    now,
  })
  const { production: champion, candidate: challenger } = registry.aliasNames
  return (
    <ServiceStrip
      model={model.ref}
      strip={serviceStrip(spans, now, (at) => dateText(new Date(at).toISOString()))}
      candidate={candidate && { version: candidate.version, label: candidate.by === 'alias' ? challenger : 'Staging' }}
      nobody={`Nothing serves production: no version carries the alias “${champion}” or stands in stage Production.${otherAliases(model)}`}
    />
  )
}

function otherAliases({ aliases }: RegisteredModel): string {
  const names = Object.keys(aliases)
  return names.length === 0 ? '' : ` The aliases of this model are: ${names.join(', ')}.`
}
