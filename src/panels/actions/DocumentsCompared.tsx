import { useQuery } from '@tanstack/react-query'
import type { ModelVersion } from '@/domain/version'
import { documentsOf } from '@/panels/evidence/documents'
import type { RegistrySource } from '@/ports/registry'
import { modelCardQuery } from '@/queries/registry'
import { countText } from '@/ui/format/numbers'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { SectionHeading } from '@/ui/layout/SectionHeading'
import styles from './DocumentsCompared.module.css'

export interface DocumentsComparedProps {
  registry: RegistrySource
  versions: readonly { label: string; version: ModelVersion }[]
}

/** How much each version says of itself, and what its description says. */
export function DocumentsCompared({ registry, versions }: DocumentsComparedProps) {
  return (
    <section>
      <SectionHeading level={3}>Documentation</SectionHeading>
      <dl className={styles['list']}>
        {versions.map(({ label, version }) => (
          <div key={label} className={styles['item']}>
            <dt>{label}</dt>
            <dd>
              <Documents registry={registry} version={version} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Documents({ registry, version }: { registry: RegistrySource; version: ModelVersion }) {
  const card = useQuery(modelCardQuery(registry, version))
  if (card.error) return <InlineFailure error={card.error} onRetry={card.refetch} />
  if (card.isPending) return <span className={styles['quiet']}>…</span>
  const found = documentsOf(version, card.data ?? null)
  return (
    <>
      {found === null ? 'Neither a card nor a description.' : `${found.origin}: ${countText(found.words)} words.`}
      {version.description !== null && version.description.trim() !== '' && (
        <p className={styles['quiet']}>
          <bdi>{version.description.length > 240 ? `${version.description.slice(0, 239)}…` : version.description}</bdi>
        </p>
      )}
    </>
  )
}
