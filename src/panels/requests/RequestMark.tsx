import { versionPath } from '@/domain/address'
import type { PlacedRequest } from '@/domain/request'
import { versionWords } from '@/domain/words'
import { AppLink } from '@/ui/AppLink'
import styles from './RequestMark.module.css'

export interface RequestMarkProps {
  request: PlacedRequest
  /** Names the version: in the list of models. */
  withVersion?: boolean
}

/** A small mark in a table: a request waits for an answer, or an approval waits to be carried out. */
export function RequestMark({ request: { status, requester, decidedBy, model, version }, withVersion = false }: RequestMarkProps) {
  const word = status === 'approved' ? 'approved' : 'requested'
  const asked = `${requester.name} asks that ${versionWords(version)} be promoted`
  const who = status === 'approved' ? `${asked}; ${decidedBy?.name ?? 'somebody'} approved.` : `${asked}; nobody has approved yet.`
  return (
    <AppLink to={versionPath({ ...model, version })} className={styles['mark']} data-status={status} title={who}>
      {withVersion ? `${versionWords(version)} ${word}` : word}
    </AppLink>
  )
}
