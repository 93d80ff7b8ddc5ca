import { versionPath } from '@/domain/address'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'
import type { ComparedVersion } from './compared'
import styles from './ComparedTable.module.css'

export interface VersionHeadProps {
  version: ComparedVersion
  /** The others are compared with it. */
  reference: boolean
}

/** A version's name in a table, with its part. */
export function VersionHead({ version: { version, name, role }, reference }: VersionHeadProps) {
  const words = [...(role === 'previous' || role === 'candidate' ? [] : [role]), ...(reference ? ['reference'] : [])]
  return (
    <>
      <AppLink to={versionPath(version.ref)}>
        <bdi>{versionWords(name)}</bdi>
      </AppLink>
      {words.length > 0 && <span className={styles['part']}> {words.join(' · ')}</span>}
    </>
  )
}
