import { IconChevronRight, IconFolder } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Artifact } from '@/domain/artifact'
import { artifactsQuery } from '@/queries/registry'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './ArtifactList.module.css'
import { fileName } from './artifactKinds'
import type { VersionPanelProps } from './SignaturePanel'

export interface ArtifactFolderProps extends VersionPanelProps {
  path: string
  /** Draws what is in it. */
  children: (artifacts: readonly Artifact[], name: string) => ReactNode
}

/** A folder; what is in it is asked when it is opened. */
export function ArtifactFolder({ registry, version, path, children }: ArtifactFolderProps) {
  const [open, setOpen] = useState(false)
  const { data, error, refetch } = useQuery({ ...artifactsQuery(registry, version, path), enabled: open })
  // The adapter's name for the files of the run behind a version without files of its own.
  const name = path === '@run' ? 'Files of the run' : fileName(path)
  return (
    <>
      <button type="button" className={styles['folder']} aria-expanded={open} onClick={() => setOpen(!open)}>
        <IconChevronRight size={14} aria-hidden className={styles['chevron']} />
        <IconFolder size={16} aria-hidden />
        <bdi className={styles['name']}>{name}</bdi>
      </button>
      {open && (
        <div className={styles['inner']}>
          {data && data.length > 0 && children(data, name)}
          {data?.length === 0 && <p className={styles['quiet']}>Empty</p>}
          {!data && error && <InlineFailure error={error} onRetry={refetch} />}
          {!data && !error && <p className={styles['quiet']}>Loading</p>}
        </div>
      )}
    </>
  )
}
