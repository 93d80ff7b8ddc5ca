import type { RegistrySource } from '@/ports/registry'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import { Absent } from '@/ui/figures/Absent'
import type { VersionRow } from './versionRow'
import styles from './VersionsTab.module.css'

/** The run that made the version, as a link to the registry's own page. */
export function RunCell({ row: { version, run }, registry }: { row: VersionRow; registry: RegistrySource }) {
  if (run === undefined) return <span className={styles['wait']} />
  if (run === null) {
    return <Absent reason={version.runId === null ? 'No run is known that made this version.' : `Run ${version.runId} is gone or could not be read.`} />
  }
  const url = registry.webUrl({ run })
  const label = <bdi>{run.name ?? run.id.slice(0, 8)}</bdi>
  return url === null ? label : <ExternalLink href={url}>{label}</ExternalLink>
}
