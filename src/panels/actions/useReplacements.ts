import { useInfiniteQuery } from '@tanstack/react-query'
import { candidateOf, productionOf } from '@/domain/lifecycle'
import { versionWords } from '@/domain/words'
import type { DecisionContext } from '@/panels/evidence/decisionContext'
import { versionsQuery } from '@/queries/registry'
import type { SelectOption } from '@/ui/controls/SelectField'
import type { ModelVersion } from '@/domain/version'

/** The versions that may take the place of one that is retired. */
export interface Replacements {
  options: readonly SelectOption[]
  find: (version: string) => ModelVersion | undefined
}

/** Active, stored versions of the model other than the one that goes, newest first, with the part that each plays. */
export function useReplacements({ registry, model, version }: DecisionContext): Replacements {
  const { data } = useInfiniteQuery(versionsQuery(registry, model.ref.name, model))
  const [production, candidate] = [productionOf(model, registry.aliasNames), candidateOf(model, registry.aliasNames)]
  const fit = (data?.pages.flatMap(({ items }) => items) ?? []).filter(
    ({ ref, lifecycle, status }) => ref.version !== version.ref.version && lifecycle.state === 'active' && status !== 'failed' && status !== 'pending',
  )
  const label = ({ ref }: ModelVersion) => {
    const part = ref.version === production?.version ? ', in production' : ref.version === candidate?.version ? ', candidate' : ''
    return `${versionWords(ref.version)}${part}`
  }
  return {
    options: [{ value: '', label: 'None' }, ...fit.map((one) => ({ value: one.ref.version, label: label(one) }))],
    find: (name) => fit.find(({ ref }) => ref.version === name),
  }
}
