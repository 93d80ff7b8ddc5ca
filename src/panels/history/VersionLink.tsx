import { versionPath } from '@/domain/address'
import type { VersionRef } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'

/** A version that a record names, as a link to its page. */
export function VersionLink({ version }: { version: VersionRef }) {
  return (
    <AppLink to={versionPath(version)}>
      <bdi>{versionWords(version.version)}</bdi>
    </AppLink>
  )
}
