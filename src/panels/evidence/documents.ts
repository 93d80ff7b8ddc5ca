import type { Evidence } from '@/domain/gate/evidence'
import type { ModelVersion } from '@/domain/version'
import type { ModelCard } from '@/ports/registry'

/** A version's own words: its card, else its description. `null`: neither says anything. */
export function documentsOf({ description }: Pick<ModelVersion, 'description'>, card: ModelCard | null): NonNullable<Evidence['documentation']> | null {
  const cardWords = wordCount(card?.markdown ?? '')
  if (card && cardWords > 0) return { words: cardWords, origin: card.origin }
  const words = wordCount(description ?? '')
  return words > 0 ? { words, origin: 'The description' } : null
}

/** Words of a text as a reader counts them: Markdown's marks are none. */
export function wordCount(markdown: string): number {
  return markdown.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}
