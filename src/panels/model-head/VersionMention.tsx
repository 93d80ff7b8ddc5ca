import { versionPath } from '@/domain/address'
import type { Production } from '@/domain/lifecycle'
import type { ModelRef } from '@/domain/model'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'
import { Absent } from '@/ui/figures/Absent'
import styles from './PageHead.module.css'

export interface VersionMentionProps {
  model: ModelRef
  /** `null`: there is none; `absent` says why. */
  found: Production | null
  absent: string
  /** The alias that names it. */
  alias: string
}

/** A link to the champion or challenger, with how it is known. */
export function VersionMention({ model, found, absent, alias }: VersionMentionProps) {
  if (found === null) return <Absent reason={absent} />
  return (
    <>
      <AppLink to={versionPath({ ...model, version: found.version })}>{versionWords(found.version)}</AppLink>{' '}
      <span className={styles['quiet']}>{found.by === 'alias' ? `@${alias}` : 'by stage'}</span>
    </>
  )
}
