import { skipToken, useQuery } from '@tanstack/react-query'
import { signatureDiff } from '@/domain/signatureDiff'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import { signatureQuery } from '@/queries/registry'

/** What breaks for callers who move to another version, as sentences; empty while it is not known. */
export function useBreakingChanges(registry: RegistrySource, from: ModelVersion, to: ModelVersion | undefined): readonly string[] {
  const before = useQuery(signatureQuery(registry, from))
  const after = useQuery(to ? signatureQuery(registry, to) : { queryKey: ['registry', 'no-signature'], queryFn: skipToken })
  if (before.data === undefined || after.data === undefined) return []
  return (signatureDiff(before.data, after.data) ?? []).filter(({ breaking }) => breaking).map(({ sentence }) => sentence)
}
