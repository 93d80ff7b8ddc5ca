import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { refreshModel } from './commands'

/** The tag that holds a model's own policy. */
export const policyTag = 'modeldeck.policy'

/** `changed`: nothing was written, because somebody else's policy stands there; `model` is the model as it is now. */
export type PolicyOutcome = { status: 'saved' } | { status: 'changed'; model: RegisteredModel }

export interface PolicyDraft {
  /** The tag's text when the person began, or as they were last shown it; empty for none. */
  base: string
  text: string
}

/**
 * Saves a policy unless somebody changed it meanwhile: it is read again right before it is written. Registries
 * have no compare-and-set, so a change within those milliseconds is lost all the same.
 */
export function useSavePolicy(registry: RegistrySource, model: RegisteredModel) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ base, text }: PolicyDraft): Promise<PolicyOutcome> => {
      const fresh = await registry.getModel(model.ref.name)
      const theirs = fresh.tags[policyTag] ?? ''
      if (theirs === text) return { status: 'saved' }
      if (theirs !== base) return { status: 'changed', model: fresh }
      await registry.setModelTag(model.ref.name, policyTag, text)
      return { status: 'saved' }
    },
    onSettled: () => refreshModel(client, model.ref),
  })
}
