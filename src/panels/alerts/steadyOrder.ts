import { useState } from 'react'

/**
 * Keeps the order in which things are on screen as long as they are the same things: what is silenced or begins to
 * fire changes in place and does not move under the pointer. When something comes or goes, the new order holds.
 */
export function useSteadyOrder<T>(items: readonly T[], keyOf: (item: T) => string): readonly T[] {
  const keys = items.map(keyOf)
  const [order, setOrder] = useState(keys)
  const same = order.length === keys.length && keys.every((key) => order.includes(key))
  if (!same) setOrder(keys)
  const byKey = new Map(items.map((item, index) => [keys[index], item]))
  return (same ? order : keys).flatMap((key) => byKey.get(key) ?? [])
}
