import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { MouseEvent } from 'react'
import type { Artifact } from '@/domain/artifact'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './ArtifactList.module.css'
import { fileName } from './artifactKinds'
import type { VersionPanelProps } from './SignaturePanel'

/** Larger files, and those of unknown size, are left to the browser, which streams them to the disk. */
const mostFetched = 4 * 1024 * 1024

/**
 * Downloads a file. A small one is fetched first: a refusal is then said here instead of being saved as
 * the file, and it works where a service worker answers for the source.
 */
export function DownloadLink({ registry, version, artifact }: VersionPanelProps & { artifact: Artifact }) {
  const { path, sizeBytes } = artifact
  const name = fileName(path)
  const url = registry.artifactUrl(version, path)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => registry.downloadArtifact(version, path),
    onSuccess: (blob) => save(blob, name),
  })
  if (url === null) return null
  const fetched = sizeBytes !== null && sizeBytes <= mostFetched
  const onClick = (event: MouseEvent) => {
    if (!fetched || event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (!isPending) mutate()
  }
  return (
    <>
      {error && <InlineFailure error={error} />}
      <a href={url} download={name} className={styles['download']} aria-label={`Download ${name}`} aria-busy={isPending || undefined} title={`Download ${name}`} onClick={onClick}>
        <IconDownload size={16} aria-hidden />
      </a>
    </>
  )
}

function save(blob: Blob, name: string): void {
  // As mere bytes: browsers add an ending of their own to the names of types that they know.
  const url = URL.createObjectURL(blob.slice(0, blob.size, 'application/octet-stream'))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has taken the address by then; some read it only after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
