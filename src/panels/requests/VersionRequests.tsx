import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import type { RegisteredModel } from '@/domain/model'
import { isOpenRequest } from '@/domain/request'
import { versionWords } from '@/domain/words'
import { ProblemList } from '@/panels/model-head/ProblemList'
import type { RegistrySource } from '@/ports/registry'
import { requestsQuery } from '@/queries/requests'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { RequestChecks } from './RequestChecks'
import { RequestItem } from './RequestItem'
import { SaidNote, type Said } from './SaidNote'
import { useOpenRequest } from './useOpenRequest'
import styles from './VersionRequests.module.css'

const RequestDialog = lazy(async () => ({ default: (await import('./RequestDialog')).RequestDialog }))

export interface VersionRequestsProps {
  registry: RegistrySource
  model: RegisteredModel
  version: string
}

/** The requests for one version: open ones in full, earlier ones folded, and the dialog that files one. */
export function VersionRequests({ registry, model, version }: VersionRequestsProps) {
  const { data, error, refetch } = useQuery(requestsQuery(registry, model.ref.name))
  const { open: asked, close } = useOpenRequest()
  const [said, setSaid] = useState<Said | null>(null)
  const mine = data?.items.filter((request) => request.version === version) ?? []
  const [open, closed] = [mine.filter(isOpenRequest), mine.filter((request) => !isOpenRequest(request))]
  const problems = data?.unreadable.filter((one) => one.version === version).map(({ problem }) => problem) ?? []
  const onSaid = (sentence: string, notes: readonly string[]) => setSaid({ sentence, notes })
  return (
    <>
      <SaidNote said={said} />
      {asked !== null && !registry.readOnly && (
        <Suspense fallback={null}>
          <RequestDialog
            registry={registry}
            model={model}
            version={asked}
            onClose={close}
            onDone={({ status, request, notes }) => {
              onSaid(
                status === 'done'
                  ? `Requested: somebody else can approve the promotion of ${versionWords(asked)} now.`
                  : `${request.requester.name} has asked for this already: nothing was written.`,
                notes,
              )
              close()
            }}
          />
        </Suspense>
      )}
      {error && data === undefined && (
        <p className={styles['quiet']}>
          Whether a promotion of this version was requested is not known. <InlineFailure error={error} onRetry={refetch} />
        </p>
      )}
      <ProblemList problems={problems} />
      {open.length > 0 && (
        <section className={styles['section']} aria-label="Open requests">
          {open.map((request) => (
            <RequestItem key={request.id} registry={registry} request={request} withModel={false} onSaid={onSaid}>
              <RequestChecks registry={registry} request={request} />
            </RequestItem>
          ))}
        </section>
      )}
      {closed.length > 0 && (
        <details className={styles['earlier']}>
          <summary>
            {closed.length} earlier {closed.length === 1 ? 'request' : 'requests'}
          </summary>
          {closed.map((request) => (
            <RequestItem key={request.id} registry={registry} request={request} withModel={false} onSaid={onSaid} />
          ))}
        </details>
      )}
    </>
  )
}
