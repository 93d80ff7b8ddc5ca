import { useState } from 'react'

/** How many of `shown` have to move so that it is in the order of `wanted`; both hold the same keys. */
export function movedCount(shown: readonly string[], wanted: readonly string[]): number {
  const place = new Map(wanted.map((key, index) => [key, index]))
  // The rows that may stay are a longest increasing run of places (patience sorting).
  const tails: number[] = []
  for (const key of shown) {
    const at = place.get(key) ?? 0
    const pile = tails.findIndex((tail) => tail >= at)
    if (pile < 0) tails.push(at)
    else tails[pile] = at
  }
  return shown.length - tails.length
}

/** The rows that are shown stay where they are; new ones come last, gone ones leave. */
export function keepOrder(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const here = new Set(wanted)
  const known = new Set(shown)
  return [...shown.filter((key) => here.has(key)), ...wanted.filter((key) => !known.has(key))]
}

/**
 * Follows the wanted order until the page has settled, and again whenever `question` (filters, sort)
 * changes; after that nothing moves under the pointer until `sortAgain`.
 */
export function useStableOrder(wanted: readonly string[], question: string, settled: boolean) {
  const [kept, setKept] = useState<{ question: string; order: readonly string[] } | null>(null)
  const order = kept?.question === question ? keepOrder(kept.order, wanted) : wanted
  if (settled && kept?.question !== question) setKept({ question, order: wanted })
  if (!settled && kept !== null) setKept(null)
  return { order, moved: movedCount(order, wanted), sortAgain: () => setKept({ question, order: wanted }) }
}
