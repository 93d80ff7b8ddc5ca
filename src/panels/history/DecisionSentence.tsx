import { modelPath } from '@/domain/address'
import { changeSentence, movesChampion, type PlacedChange } from '@/domain/change'
import { AppLink } from '@/ui/AppLink'
import styles from './DecisionItem.module.css'
import { VersionLink } from './VersionLink'

export interface DecisionSentenceProps {
  change: PlacedChange
  /** Names the model too: where decisions of several are listed. */
  withModel: boolean
}

/** Who did what: `Priya promoted v12 → v13 of claim-fraud`, each version a link. */
export function DecisionSentence({ change, withModel }: DecisionSentenceProps) {
  const { actor, actorKind, model, from, to } = change
  const [before, , after] = changeSentence(change)
  return (
    <p className={styles['sentence']}>
      <strong>{actor.trim() === '' ? 'Somebody without a name' : <bdi>{actor}</bdi>}</strong>
      {actorKind === 'self-declared' && (
        <span className={styles['kind']} title="The registry has no users: the name is this person’s word, not proof.">
          {' '}
          (self-declared)
        </span>
      )}{' '}
      {before}
      {movesChampion(change) ? (
        <span className={styles['move']}>
          {from !== null && (
            <>
              <VersionLink version={{ ...model, version: from }} /> <span aria-label="to">→</span>{' '}
            </>
          )}
          <VersionLink version={{ ...model, version: to }} />
        </span>
      ) : (
        <>
          <span className={styles['move']}>
            <VersionLink version={{ ...model, version: change.version }} />
          </span>
          {from !== null && (
            <span className={styles['kind']}>
              {' '}
              (<bdi>{from}</bdi> <span aria-label="to">→</span> <bdi>{to}</bdi>)
            </span>
          )}
        </>
      )}
      {withModel && (
        <>
          {' of '}
          <AppLink to={modelPath(model, 'history')} className={styles['model']}>
            <bdi>{model.name}</bdi>
          </AppLink>
        </>
      )}
      {after}
    </p>
  )
}
