import { AnnotationError } from '@/adapters/annotations'
import { refusal } from '@/adapters/lifecycle/faults'
import type { RegistryPrimitives } from '@/adapters/lifecycle/primitives'
import type { Identity } from '@/domain/identity'
import { commentLimit } from '@/domain/request'

/** Refuses what nobody can have meant. @throws SourceError `rejected` */
export function checkWords(p: RegistryPrimitives, actor: Identity, text: string): void {
  if (actor.name.trim() === '' || actor.name.length > 200)
    throw refusal(p, 'A request needs the name of who makes it.', 'Enter a name of at most 200 characters.')
  if (text.length > commentLimit)
    throw refusal(p, `The text has ${text.length} characters; at most ${commentLimit} fit into the registry.`, `Shorten it by ${text.length - commentLimit}.`)
}

/** What a tag will hold. @throws SourceError `rejected` where it does not fit */
export function fitting<T>(p: RegistryPrimitives, encode: () => T): T {
  try {
    return encode()
  } catch (error) {
    if (error instanceof AnnotationError) throw refusal(p, error.message, 'Write less, or fewer quotes and line breaks.')
    throw error
  }
}

/** Why something that may fail without harm failed, for a note. */
export function noteOf(what: string, error: unknown): string {
  return `${what} (${error instanceof Error ? error.message : String(error)}).`
}
