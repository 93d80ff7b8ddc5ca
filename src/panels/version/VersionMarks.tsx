import type { AliasNames, VersionRole } from '@/domain/lifecycle'
import { sunsetDays } from '@/domain/lifecycle'
import type { ModelVersion } from '@/domain/version'
import { daysWords } from '@/domain/words'
import { RoleBadge } from '@/ui/badges/RoleBadge'
import { useNow } from '@/ui/clock'
import { dateText } from '@/ui/format/times'
import styles from './VersionMarks.module.css'

export interface VersionMarksProps {
  version: ModelVersion
  role: VersionRole
  aliasNames: AliasNames
}

/** What a version is: its part, further aliases, the registry's stage, its retirement, and whether it is stored at all. */
export function VersionMarks({ version, role, aliasNames }: VersionMarksProps) {
  const { aliases, stage, lifecycle, status, statusMessage } = version
  const own = role === 'champion' ? aliasNames.production : role === 'challenger' ? aliasNames.candidate : null
  const byAlias = own !== null && aliases.includes(own)
  return (
    <span className={styles['marks']}>
      {role !== 'previous' && (
        <RoleBadge role={role} {...(byAlias && { label: own, title: `by the alias ${own}` })} {...(lifecycle.reason && { title: lifecycle.reason })} />
      )}
      {role !== lifecycle.state && lifecycle.state !== 'active' && <RoleBadge role={lifecycle.state} {...(lifecycle.reason && { title: lifecycle.reason })} />}
      {aliases
        .filter((alias) => alias !== own)
        .map((alias) => (
          <bdi key={alias} className={styles['alias']} title={`alias ${alias}`}>
            @{alias}
          </bdi>
        ))}
      {stage !== null && <RoleBadge role={stage} title="stage in the registry" />}
      {status === 'pending' && <span className={styles['alias']}>being registered</span>}
      {status === 'failed' && (
        <span className={styles['failed']} title={statusMessage ?? undefined}>
          registration failed
        </span>
      )}
      <Retirement version={version} />
    </span>
  )
}

function Retirement({ version: { lifecycle } }: { version: ModelVersion }) {
  const now = useNow()
  if (lifecycle.state === 'active') return null
  const days = sunsetDays(lifecycle.sunset, now)
  const words = [
    ...(days === null || lifecycle.state === 'archived' ? [] : [days < 0 ? `sunset ${daysWords(-days)} ago` : days === 0 ? 'sunset today' : `sunset in ${daysWords(days)}`]),
    ...(lifecycle.replacement === null ? [] : [`use ${/^\d+$/.test(lifecycle.replacement) ? 'v' : ''}${lifecycle.replacement}`]),
  ]
  if (words.length === 0) return null
  return (
    <span className={days !== null && days <= 14 && lifecycle.state === 'deprecated' ? styles['soon'] : styles['quiet']} title={lifecycle.sunset === null ? undefined : dateText(lifecycle.sunset)}>
      {words.join(', ')}
    </span>
  )
}
