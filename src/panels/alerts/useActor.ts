import { useQueries } from '@tanstack/react-query'
import type { Identity } from '@/domain/identity'
import { whoAmIQuery } from '@/queries/registry'
import { useSelfDeclaredName } from '@/queries/selfDeclaredName'
import { useSources } from '@/queries/sources'

/**
 * Who sets and ends silences. An Alertmanager has no users, so it is whom the first registry names, else the name
 * that was given once, else `null` (ask for it). `undefined`: the registry is being asked.
 */
export function useActor(): Identity | null | undefined {
  const { registries } = useSources()
  const [user] = useQueries({ queries: registries.slice(0, 1).map((registry) => whoAmIQuery(registry)) })
  const name = useSelfDeclaredName()
  if (user?.isPending === true) return undefined
  if (user?.data) return user.data
  return name === null || name === '' ? null : { name, kind: 'self-declared' }
}
