import { useState } from 'react'
import { RequestChecks } from '@/panels/requests/RequestChecks'
import { RequestItem } from '@/panels/requests/RequestItem'
import { SaidNote, type Said } from '@/panels/requests/SaidNote'
import { UnreadableRecords } from '@/panels/history/UnreadableRecords'
import { useSources } from '@/queries/sources'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { ClosedRequests } from './ClosedRequests'
import styles from './RequestsPage.module.css'
import { useOpenRequests } from './useOpenRequests'

/** `/requests`: who asks for which promotion, and what has been answered. */
export function RequestsPage() {
  const { registries } = useSources()
  const { state, troubles } = useOpenRequests()
  const [said, setSaid] = useState<Said | null>(null)
  const onSaid = (sentence: string, notes: readonly string[]) => setSaid({ sentence, notes })
  return (
    <div className={styles['page']}>
      <title>Requests · Modeldeck</title>
      <h1>Requests</h1>
      <SaidNote said={said} />
      <PanelFrame
        title="Open requests"
        state={state}
        headingLevel={2}
        minHeight={200}
        notConfigured={registries.length === 0 ? 'config.json names no registry: requests are kept in the registry itself.' : undefined}
        isEmpty={({ items, unreadable }) => items.length + unreadable.length === 0 && troubles.length === 0}
        emptyText="Nobody waits for an approval. Request promotion, on the page of a version, asks a colleague to look at it first; the policy of a model can make that a must."
      >
        {({ items, unreadable }) => (
          <>
            {troubles.map(({ id, error, retry }) => (
              <p key={id} role="alert" className={styles['trouble']}>
                The requests in {id} are missing. <InlineFailure error={error} onRetry={retry} />
              </p>
            ))}
            <ul className={styles['list']} aria-label="Open requests">
              {items.map(({ registry, request }) => (
                <li key={request.id}>
                  <RequestItem registry={registry} request={request} withModel onSaid={onSaid}>
                    <RequestChecks registry={registry} request={request} />
                  </RequestItem>
                </li>
              ))}
            </ul>
            <UnreadableRecords records={unreadable} />
          </>
        )}
      </PanelFrame>
      {registries.length > 0 && <ClosedRequests onSaid={onSaid} />}
      <p className={styles['quiet']}>
        Requests, answers and comments are tags in the registry, one each: whoever the registry lets write can edit them. A name counts as proof only where the registry itself knows its users.
      </p>
    </div>
  )
}
