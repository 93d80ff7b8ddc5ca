import { candidateOf, productionOf } from '@/domain/lifecycle'
import type { ModelRef, RegisteredModel, ServedModel } from '@/domain/model'
import { servedModel } from '@/panels/servedModel'
import type { RegistrySource } from '@/ports/registry'
import type { Loadable } from '@/ui/frame/loadable'

/** What charts need to know of a model. */
export interface ChartedModel {
  /** How monitoring finds it; `null` until that is known. */
  served: ServedModel | null
  champion: string | null
  challenger: string | null
}

/**
 * What charts need of a model that is on its way. Where the registry does not answer, monitoring is asked by
 * the name alone: charts live, but know neither champion nor a serving rule of the model's own.
 */
export function chartedModel(registry: RegistrySource, ref: ModelRef, { data: model, error }: Loadable<RegisteredModel>): ChartedModel {
  if (model === undefined) return { served: error == null ? null : { ref, serving: null }, champion: null, challenger: null }
  return {
    served: servedModel(model),
    champion: productionOf(model, registry.aliasNames)?.version ?? null,
    challenger: candidateOf(model, registry.aliasNames)?.version ?? null,
  }
}
