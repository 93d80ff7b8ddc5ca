import { IconFile } from '@tabler/icons-react'
import { useState } from 'react'
import type { Artifact } from '@/domain/artifact'
import { Button } from '@/ui/controls/Button'
import { Absent } from '@/ui/figures/Absent'
import { bytesText } from '@/ui/format/numbers'
import styles from './ArtifactList.module.css'
import { ArtifactText } from './ArtifactText'
import { canPreview, fileName } from './artifactKinds'
import { DownloadLink } from './DownloadLink'
import type { VersionPanelProps } from './SignaturePanel'

/** A file: its size, a download, and its text when it is a small one. */
export function ArtifactFile({ registry, version, artifact }: VersionPanelProps & { artifact: Artifact }) {
  const [open, setOpen] = useState(false)
  const name = fileName(artifact.path)
  return (
    <>
      <div className={styles['file']}>
        <IconFile size={16} aria-hidden className={styles['icon']} />
        <bdi className={styles['name']}>{name}</bdi>
        <span className={styles['size']}>
          {artifact.sizeBytes === null ? <Absent reason="The store does not say how large it is." /> : bytesText(artifact.sizeBytes)}
        </span>
        {canPreview(artifact) && (
          <Button size="small" variant="quiet" aria-expanded={open} aria-label={`${open ? 'Hide' : 'Show'} ${name}`} onClick={() => setOpen(!open)}>
            {open ? 'Hide' : 'Show'}
          </Button>
        )}
        <DownloadLink registry={registry} version={version} artifact={artifact} />
      </div>
      {open && <ArtifactText registry={registry} version={version} path={artifact.path} />}
    </>
  )
}
