import { comparePath } from '@/domain/address'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { versionWords } from '@/domain/words'
import type { RegistrySource } from '@/ports/registry'
import { AppLink } from '@/ui/AppLink'
import { EmptyState } from '@/ui/layout/EmptyState'

export interface NothingToCompareProps {
  registry: RegistrySource
  model: RegisteredModel
  /** The one version that was named; `null`: none. */
  only: string | null
}

/** Fewer than two versions: says so, and offers the pair that people mostly mean. */
export function NothingToCompare({ registry, model, only }: NothingToCompareProps) {
  const champion = productionOf(model, registry.aliasNames)?.version ?? null
  const challenger = candidateOf(model, registry.aliasNames)?.version ?? null
  const others = [champion, challenger].filter((name) => name !== null)
  const pair = only === null ? others : [only, ...others.filter((name) => name !== only).slice(0, 1)]
  return (
    <EmptyState
      title={only === null ? 'No version is chosen' : `${versionWords(only)} alone has nothing to be compared with`}
      action={pair.length > 1 && <AppLink to={comparePath(model.ref, pair)}>Compare {pair.map(versionWords).join(' with ')}</AppLink>}
    >
      Add versions above: two or more are held side by side.
    </EmptyState>
  )
}
