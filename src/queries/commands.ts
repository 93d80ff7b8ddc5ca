import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Identity } from '@/domain/identity'
import type { ModelRef } from '@/domain/model'
import type { VersionRef } from '@/domain/version'
import type { LifecycleCommand, RegistrySource } from '@/ports/registry'
import { registryKeys } from './registry'

/** Everything that a decision on this model may have changed, whatever became of it. */
export async function refreshModel(client: QueryClient, ref: ModelRef): Promise<void> {
  await Promise.all([
    client.invalidateQueries({ queryKey: registryKeys.model(ref) }),
    client.invalidateQueries({ queryKey: registryKeys.lists(ref.source) }),
    client.invalidateQueries({ queryKey: ['changes'] }),
    client.invalidateQueries({ queryKey: ['monitoring'] }),
  ])
}

/** Promote, roll back, deprecate, archive, restore. Pessimistic: the screen changes when the registry has. */
export function useCommand(registry: RegistrySource) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (command: LifecycleCommand) => registry.execute(command),
    onSettled: (_outcome, _error, command) => refreshModel(client, command.model),
  })
}

/** Carries an interrupted decision through, or takes it back. */
export function useResolveIntent(registry: RegistrySource, model: ModelRef) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, how, actor }: { id: string; how: 'finish' | 'revert'; actor: Identity }) =>
      registry.resolveIntent(model.name, id, how, actor),
    onSettled: () => refreshModel(client, model),
  })
}

export function useSetOwner(registry: RegistrySource, model: ModelRef) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (owner: string) => registry.setOwner(model.name, owner),
    onSettled: () => refreshModel(client, model),
  })
}

export function useSetDescription(registry: RegistrySource, ref: ModelRef | VersionRef) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (markdown: string) => registry.setDescription(ref, markdown),
    onSettled: () => refreshModel(client, ref),
  })
}
