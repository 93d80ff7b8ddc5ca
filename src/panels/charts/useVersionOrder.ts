import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { compareVersions } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { RegistrySource } from '@/ports/registry'
import { versionsQuery } from '@/queries/registry'

export interface OrderInput {
  registry: RegistrySource
  name: string
  model: RegisteredModel | undefined
  champion: string | null
  challenger: string | null
  /** Versions that monitoring knows; the registry may have lost some. */
  seen: readonly string[]
}

/**
 * The versions of a model in the order of their colours: champion, challenger, then newest first. Once
 * given, a place stays: a promotion or a new version changes no colour while the page is open.
 */
export function useVersionOrder({ registry, name, model, champion, challenger, seen }: OrderInput): readonly string[] {
  const versions = useInfiniteQuery(versionsQuery(registry, name, model))
  const [order, setOrder] = useState<readonly string[]>([])
  const registered = versions.data?.pages.flatMap(({ items }) => items.map(({ ref }) => ref.version)) ?? []
  // Traffic may be there first: its versions wait, so that the order does not depend on who answered first.
  const settled = versions.data !== undefined || versions.error !== null || model === undefined
  const rest = settled ? [...registered, ...seen].toSorted((a, b) => compareVersions(b, a)) : []
  const wanted = [...new Set([champion, challenger, ...rest])].filter((version) => version !== null)
  const missing = wanted.filter((version) => !order.includes(version))
  if (missing.length === 0) return order
  const next = [...order, ...missing]
  setOrder(next)
  return next
}
