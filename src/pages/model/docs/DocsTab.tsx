import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { versionPath } from '@/domain/address'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { useModelOutlet } from '@/pages/model/outlet'
import { isMissing } from '@/panels/model-head/missing'
import { CardView } from '@/panels/version/CardView'
import { SignaturePanel } from '@/panels/version/SignaturePanel'
import type { RegistrySource } from '@/ports/registry'
import { modelCardQuery, registryInfoQuery, runsQuery, signatureQuery } from '@/queries/registry'
import { AppLink } from '@/ui/AppLink'
import { Button } from '@/ui/controls/Button'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { Skeleton } from '@/ui/frame/Skeleton'
import { EmptyState } from '@/ui/layout/EmptyState'
import { DescriptionPanel } from './DescriptionPanel'
import { docPoints, type Documented } from './docGaps'
import styles from './DocsTab.module.css'
import { GapsPanel } from './GapsPanel'
import { RunPanels } from './RunPanels'
import { SectionList } from './SectionList'
import { useDocsVersion } from './useDocsVersion'
import { VersionPicker } from './VersionPicker'

type Edited = 'model' | 'version'

/** The tab of documents: the model's own text, and what one version brings with it. */
export function DocsTab() {
  const { registry, name, state: modelState } = useModelOutlet()
  const model = modelState.data
  const { versions, loaded, production, candidate, chosen, ref, state, choose } = useDocsVersion(registry, name, model)
  const { data: info } = useQuery(registryInfoQuery(registry))
  const [edited, setEdited] = useState<Edited | null>(null)
  const content = useRef<HTMLDivElement>(null)
  const forbidden = registry.readOnly
    ? `${registry.id} is read-only in this deployment: the text is changed in the registry itself.`
    : info && !info.capabilities.includes('descriptions')
      ? `${info.product} keeps no descriptions.`
      : null
  const edit = (which: Edited) => ({
    editing: edited === which,
    // The router can hold back one unsaved text at a time.
    blocked: forbidden ?? (edited !== null && edited !== which ? 'Save or cancel the text that you are editing first.' : null),
    onEdit: (on: boolean) => setEdited(on ? which : null),
  })
  return (
    <div className={styles['docs']}>
      <div className={styles['side']}>
        <SectionList of={content} />
      </div>
      <div ref={content} className={styles['content']}>
        <DescriptionPanel
          registry={registry}
          title="About the model"
          of={{ source: registry.id, name }}
          state={modelState}
          emptyText="Nobody has written down what this model is for. One paragraph that a newcomer understands belongs here: what it predicts, for whom, and what happens with the answer."
          {...edit('model')}
        />
        {chosen === null ? (
          <NoVersion
            pending={versions.isPending}
            error={model === undefined ? modelState.error : versions.error}
            onRetry={model === undefined ? modelState.refetch : versions.refetch}
          />
        ) : (
          <>
            <VersionPicker
              versions={loaded}
              chosen={chosen}
              production={production}
              candidate={candidate}
              onMore={versions.hasNextPage ? () => void versions.fetchNextPage() : undefined}
              loadingMore={versions.isFetchingNextPage}
              onChange={choose}
            />
            {state.data === undefined && isMissing(state.error) ? (
              <EmptyState
                title={`${registry.id} has no version ${chosen} of “${name}”`}
                action={
                  <Button size="small" onClick={() => choose(null)}>
                    Show the champion’s
                  </Button>
                }
              >
                It was deleted, or the address has a typing error.
              </EmptyState>
            ) : (
              <DescriptionPanel
                key={chosen}
                registry={registry}
                title="About this version"
                unit={versionWords(chosen)}
                of={ref}
                state={state}
                emptyText="What is new in this version, and why it was trained, is not written down."
                {...edit('version')}
              />
            )}
            {state.data && <VersionDocs registry={registry} version={state.data} model={model} />}
          </>
        )}
      </div>
    </div>
  )
}

function VersionDocs({ registry, version, model }: { registry: RegistrySource; version: ModelVersion; model: Documented['model'] }) {
  const card = useQuery(modelCardQuery(registry, version))
  const signature = useQuery(signatureQuery(registry, version))
  const runs = useQuery(runsQuery(registry, [version]))
  const run = runs.data && (runs.data.get(runIdOf(version) ?? '') ?? null)
  return (
    <>
      <GapsPanel points={docPoints({ model, version, card: card.data, signature: signature.data, run })} />
      <CardView registry={registry} version={version} />
      <SignaturePanel registry={registry} version={version} />
      <RunPanels registry={registry} version={version} />
      <p className={styles['quiet']}>
        Files, measures and decisions of this version are on <AppLink to={versionPath(version.ref)}>its own page</AppLink>.
      </p>
    </>
  )
}

function NoVersion({ pending, error, onRetry }: { pending: boolean; error: unknown; onRetry: () => unknown }) {
  if (error != null) {
    return (
      <p className={styles['quiet']} role="alert">
        The versions could not be read. <InlineFailure error={error} onRetry={onRetry} />
      </p>
    )
  }
  if (pending) return <Skeleton height={320} />
  return <EmptyState title="No version is registered yet">Its model card, signature and parameters appear here with the first one.</EmptyState>
}
