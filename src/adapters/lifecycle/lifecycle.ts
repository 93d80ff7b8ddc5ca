import type { RegistrySource } from '@/ports/registry'
import { execute } from './execute'
import { listChanges } from './history'
import type { RegistryPrimitives } from './primitives'
import { resolveIntent } from './resolve'

/** The part of the registry port that decides, the same for every registry. */
export type Lifecycle = Pick<RegistrySource, 'execute' | 'resolveIntent' | 'listChanges'>

/** Safe decisions on a registry that has neither transactions nor compare-and-set. */
export function createLifecycle(p: RegistryPrimitives): Lifecycle {
  return {
    execute: (command, signal) => execute(p, command, signal),
    resolveIntent: (name, id, how, actor) => resolveIntent(p, name, id, how, actor),
    listChanges: (name, signal) => listChanges(p, name, signal),
  }
}
