import { useState } from 'react'
import type { EvaluationPicture } from '@/domain/evaluation/evaluation'
import type { ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { ExternalLink } from '@/ui/controls/ExternalLink'
import styles from './Evaluation.module.css'

export interface PictureProps {
  picture: EvaluationPicture
  /** `null`: the registry has no address for it. */
  url: string | null
  version: ModelVersion
}

/** A chart that was saved as a picture. Only of this host: the page's policy lets no other be shown. */
export function Picture({ picture: { path, title, onTraining }, url, version }: PictureProps) {
  const [failed, setFailed] = useState(false)
  const file = path.split('/').at(-1) ?? path
  const shown = url !== null && !failed && isOwnHost(url)
  return (
    <figure className={styles['picture']}>
      {shown && <img src={url} alt={`${title} of ${versionWords(version.ref.version)}, as the run saved it (${file})`} loading="lazy" onError={() => setFailed(true)} />}
      {!shown && <p className={styles['quiet']}>{failed ? 'The picture could not be loaded.' : 'The picture lies on another host and is not shown here.'}</p>}
      <figcaption>
        {title}
        {onTraining && <span className={styles['word']}> on training data</span>}{' '}
        {url === null ? <span className={styles['word']}>{file}</span> : <ExternalLink href={url}>{file}</ExternalLink>}
      </figcaption>
    </figure>
  )
}

function isOwnHost(url: string): boolean {
  return new URL(url, document.baseURI).origin === window.location.origin
}
