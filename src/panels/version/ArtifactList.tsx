import type { Artifact } from '@/domain/artifact'
import styles from './ArtifactList.module.css'
import { ArtifactFile } from './ArtifactFile'
import { ArtifactFolder } from './ArtifactFolder'
import { sortArtifacts } from './artifactKinds'
import type { VersionPanelProps } from './SignaturePanel'

export interface ArtifactListProps extends VersionPanelProps {
  artifacts: readonly Artifact[]
  /** The list's name for screen readers: the folder. */
  label: string
}

/** One folder's files and folders. */
export function ArtifactList({ registry, version, artifacts, label }: ArtifactListProps) {
  return (
    <ul className={styles['list']} aria-label={label}>
      {sortArtifacts(artifacts).map((artifact) => (
        <li key={artifact.path} className={styles['item']}>
          {artifact.isFolder ? (
            <ArtifactFolder registry={registry} version={version} path={artifact.path}>
              {(inner, name) => <ArtifactList registry={registry} version={version} artifacts={inner} label={name} />}
            </ArtifactFolder>
          ) : (
            <ArtifactFile registry={registry} version={version} artifact={artifact} />
          )}
        </li>
      ))}
    </ul>
  )
}
