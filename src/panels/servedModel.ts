import type { RegisteredModel, ServedModel } from '@/domain/model'

/** What monitoring is told of a model. */
export function servedModel({ ref, tags }: RegisteredModel): ServedModel {
  return { ref, serving: tags['modeldeck.serving'] ?? null }
}
