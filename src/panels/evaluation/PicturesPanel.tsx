import type { EvaluationPicture } from '@/domain/evaluation/evaluation'
import type { ModelVersion } from '@/domain/version'
import type { RegistrySource } from '@/ports/registry'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './Evaluation.module.css'
import { Picture } from './Picture'

export interface PicturesPanelProps {
  registry: RegistrySource
  version: ModelVersion
  state: Loadable<readonly EvaluationPicture[]>
  headingLevel: 2 | 3
}

/** Charts that the run saved as pictures: nothing can be read from them but by eye. */
export function PicturesPanel({ registry, version, state, headingLevel }: PicturesPanelProps) {
  return (
    <PanelFrame title="Saved charts" state={state} headingLevel={headingLevel} minHeight={160}>
      {(pictures) => (
        <ul className={styles['pictures']} aria-label="Saved charts">
          {pictures.map((picture) => (
            <li key={picture.path}>
              <Picture picture={picture} url={registry.artifactUrl(version, picture.path)} version={version} />
            </li>
          ))}
        </ul>
      )}
    </PanelFrame>
  )
}
