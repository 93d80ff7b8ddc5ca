import { IconAlertTriangle } from '@tabler/icons-react'
import { versionPath } from '@/domain/address'
import { AppLink } from '@/ui/AppLink'
import { Hint } from '@/ui/figures/Hint'
import { versionLabel } from '@/ui/format/versions'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

/** The version's name as a link, and a mark when something about it does not add up. */
export function VersionCell({ row: { version, run } }: { row: VersionRow }) {
  const problems = [...version.problems, ...(run?.problems ?? [])]
  return (
    <span className={styles['version']}>
      <AppLink to={versionPath(version.ref)} className={styles['link']}>
        {versionLabel(version.ref.version)}
      </AppLink>
      {problems.length > 0 && (
        <Hint
          className={styles['problem']}
          hint={
            <ul className={styles['problems']}>
              {problems.map(({ field, message }) => (
                <li key={`${field} ${message}`}>{message}</li>
              ))}
            </ul>
          }
        >
          <IconAlertTriangle size={14} aria-hidden />
          <span className="sr-only">{problems.length === 1 ? '1 problem' : `${problems.length} problems`}</span>
        </Hint>
      )}
    </span>
  )
}
