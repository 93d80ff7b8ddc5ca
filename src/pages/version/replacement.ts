import type { VersionRef } from '@/domain/version'

/** What `modeldeck.replacement` names: `4` of the same model, or `other-model/4`. `null`: nothing. */
export function replacementRef(of: VersionRef, replacement: string | null): VersionRef | null {
  const text = replacement?.trim() ?? ''
  if (text === '') return null
  const slash = text.lastIndexOf('/')
  if (slash === -1) return { ...of, version: text }
  const [name, version] = [text.slice(0, slash), text.slice(slash + 1)]
  return name === '' || version === '' ? null : { ...of, name, version }
}
