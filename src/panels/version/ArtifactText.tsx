import { useQuery } from '@tanstack/react-query'
import { artifactTextQuery } from '@/queries/registry'
import { CopyButton } from '@/ui/controls/CopyButton'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './ArtifactList.module.css'
import { fileName } from './artifactKinds'
import type { VersionPanelProps } from './SignaturePanel'

/** The text of a small file. */
export function ArtifactText({ registry, version, path }: VersionPanelProps & { path: string }) {
  const { data, error, refetch } = useQuery(artifactTextQuery(registry, version, path))
  const name = fileName(path)
  if (data === undefined) {
    return <div className={styles['inner']}>{error ? <InlineFailure error={error} onRetry={refetch} /> : <p className={styles['quiet']}>Loading</p>}</div>
  }
  return (
    <div className={styles['text']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
      <pre className={styles['code']} tabIndex={0} aria-label={`Text of ${name}`}>
        {data === '' ? '(empty)' : data}
      </pre>
      <CopyButton text={data} label={`Copy ${name}`} />
    </div>
  )
}
