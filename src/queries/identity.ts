import { useQuery } from '@tanstack/react-query'
import type { Identity } from '@/domain/identity'
import type { RegistrySource } from '@/ports/registry'
import { whoAmIQuery } from './registry'
import { useSelfDeclaredName } from './selfDeclaredName'

/**
 * Who acts on this registry: whom the registry itself names, else the name that was given once, else
 * `null` (ask for it). A sign-in that comes later takes its place here.
 */
export function useIdentity(registry: RegistrySource): Identity | null {
  const { data: user } = useQuery(whoAmIQuery(registry))
  const name = useSelfDeclaredName()
  if (user) return user
  return name === null || name === '' ? null : { name, kind: 'self-declared' }
}
