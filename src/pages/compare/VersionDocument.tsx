import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ModelVersion } from '@/domain/version'
import { documentsOf } from '@/panels/evidence/documents'
import { DocText } from '@/panels/version/DocText'
import type { RegistrySource } from '@/ports/registry'
import { modelCardQuery } from '@/queries/registry'
import { Button } from '@/ui/controls/Button'
import { countText } from '@/ui/format/numbers'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import styles from './ComparePage.module.css'

export interface VersionDocumentProps {
  registry: RegistrySource
  version: ModelVersion
  label: string
  /** Reads the card without being asked. */
  atOnce: boolean
}

/** A version's description and card. */
export function VersionDocument({ registry, version, label, atOnce }: VersionDocumentProps) {
  const [asked, setAsked] = useState(false)
  const card = useQuery({ ...modelCardQuery(registry, version), enabled: atOnce || asked })
  const found = card.data === undefined ? null : documentsOf(version, card.data)
  return (
    <section className={styles['document']} aria-label={`Documentation of ${label}`}>
      <h3>{label}</h3>
      {version.description === null ? <p className={styles['quiet']}>No description.</p> : <DocText text={version.description} headingLevel={4} clamp />}
      {card.error && (
        <p className={styles['quiet']}>
          The card could not be read. <InlineFailure error={card.error} onRetry={card.refetch} />
        </p>
      )}
      {card.data === undefined && !card.error && !atOnce && !asked && (
        <Button size="small" variant="quiet" aria-label={`Show the card of ${label}`} onClick={() => setAsked(true)}>
          Show its card
        </Button>
      )}
      {card.data === null && <p className={styles['quiet']}>No model card is kept with it.</p>}
      {card.data && (
        <>
          {found && (
            <p className={styles['quiet']}>
              {found.origin}: {countText(found.words)} words
            </p>
          )}
          <DocText text={card.data.markdown} headingLevel={4} clamp />
        </>
      )}
    </section>
  )
}
