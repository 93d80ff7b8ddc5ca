import { versionPath } from '@/domain/address'
import type { VersionRef } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'

/** A version that a record names, as a link to its page. Records are anybody's text: half a character makes no address. */
export function VersionLink({ version }: { version: VersionRef }) {
  const name = <bdi>{versionWords(version.version)}</bdi>
  return /\p{Surrogate}/u.test(version.name + version.version) ? name : <AppLink to={versionPath(version)}>{name}</AppLink>
}
