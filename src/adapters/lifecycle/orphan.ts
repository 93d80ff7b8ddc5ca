import type { Intent } from '@/adapters/annotations'
import { movesChampion } from '@/domain/change'
import type { CommandOutcome } from '@/ports/registry'
import { aliasOf } from './championMove'
import { withdraw } from './conclusion'
import type { ModelState, RegistryPrimitives } from './primitives'

/** Takes back a decision whose version has been deleted: there is nothing left to carry a record. */
export async function abandon(
  p: RegistryPrimitives,
  name: string,
  intent: Intent,
  state: ModelState,
): Promise<CommandOutcome> {
  const { change } = intent
  const alias = p.aliasNames.production
  if (movesChampion(change) && aliasOf(state, alias) === change.to) {
    const back = intent.undo['alias'] ?? change.from
    await (back === null ? p.deleteAlias(name, alias) : p.setAlias(name, alias, back))
  }
  await withdraw(p, name, intent)
  const notes = [`Version ${intent.version} has been deleted, so no record of this could be written.`]
  return { status: 'done', change: { ...change, status: 'reverted' }, notes }
}
