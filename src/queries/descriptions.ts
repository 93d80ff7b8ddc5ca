import { useMutation } from '@tanstack/react-query'
import type { ModelRef } from '@/domain/model'
import type { VersionRef } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { useSetDescription } from './commands'

/** `changed`: nothing was written, because somebody else's text stands there since `base` was read. */
export type SaveOutcome = { status: 'saved' } | { status: 'changed'; theirs: string }

export interface Draft {
  /** What stood there when the person began, or what they were last shown; empty for none. */
  base: string
  text: string
}

/**
 * Saves a description unless somebody changed it meanwhile. Registries have no compare-and-set: it is read
 * again right before it is written, so a change within those milliseconds is lost all the same.
 */
export function useSaveDescription(registry: RegistrySource, ref: ModelRef | VersionRef) {
  const { mutateAsync } = useSetDescription(registry, ref)
  return useMutation({
    mutationFn: async ({ base, text }: Draft): Promise<SaveOutcome> => {
      const fresh = await ('version' in ref ? registry.getVersion(ref) : registry.getModel(ref.name))
      const theirs = fresh.description ?? ''
      if (theirs === text) return { status: 'saved' }
      if (theirs !== base) return { status: 'changed', theirs }
      await mutateAsync(text)
      return { status: 'saved' }
    },
  })
}
