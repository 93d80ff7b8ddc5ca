import type { Signature } from '@/domain/signature'
import { signatureDiff, type SignatureChange } from '@/domain/signatureDiff'

/** Versions whose callers would meet the same. */
export interface SignatureGroup {
  labels: readonly string[]
  /** `null`: one of the two has no signature. Empty: nothing changes. */
  changes: readonly SignatureChange[] | null
}

/** What callers of the first version meet with each of the others, those that break the most first. */
export function signatureGroups(versions: readonly { label: string; signature: Signature | null }[]): readonly SignatureGroup[] {
  const [reference, ...others] = versions
  const groups = new Map<string, { labels: string[]; changes: SignatureGroup['changes'] }>()
  for (const { label, signature } of others) {
    const changes = signatureDiff(reference?.signature ?? null, signature)
    const key = JSON.stringify(changes)
    const group = groups.get(key)
    if (group) group.labels.push(label)
    else groups.set(key, { labels: [label], changes })
  }
  return [...groups.values()].toSorted((a, b) => breakingOf(b) - breakingOf(a) || (b.changes?.length ?? 0) - (a.changes?.length ?? 0))
}

export function breakingOf({ changes }: Pick<SignatureGroup, 'changes'>): number {
  return changes?.filter(({ breaking }) => breaking).length ?? 0
}
