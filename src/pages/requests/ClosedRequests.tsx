import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isOpenRequest } from '@/domain/request'
import { RequestItem } from '@/panels/requests/RequestItem'
import type { RegistrySource } from '@/ports/registry'
import { allRequestsQuery } from '@/queries/requests'
import { useSources } from '@/queries/sources'
import { Button } from '@/ui/controls/Button'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './RequestsPage.module.css'

type OnSaid = (sentence: string, notes: readonly string[]) => void

/** What was asked for before and how it ended; read when somebody wants it, because it looks at every version with records. */
export function ClosedRequests({ onSaid }: { onSaid: OnSaid }) {
  const { registries } = useSources()
  const [wanted, setWanted] = useState(false)
  if (!wanted) {
    return (
      <Button className={styles['earlier']} onClick={() => setWanted(true)}>
        Show earlier requests
      </Button>
    )
  }
  return registries.map((registry) => (
    <ClosedOf key={registry.id} registry={registry} title={registries.length === 1 ? 'Earlier requests' : `Earlier requests in ${registry.id}`} onSaid={onSaid} />
  ))
}

function ClosedOf({ registry, title, onSaid }: { registry: RegistrySource; title: string; onSaid: OnSaid }) {
  const query = useInfiniteQuery(allRequestsQuery(registry))
  const closed = query.data?.pages
    .flatMap(({ items }) => items)
    .filter((request) => !isOpenRequest(request))
    .toSorted((a, b) => b.at - a.at)
  return (
    <PanelFrame
      title={title}
      state={{ ...query, data: closed }}
      headingLevel={2}
      minHeight={120}
      isEmpty={(items) => items.length === 0 && !query.hasNextPage}
      emptyText="No request has been rejected, withdrawn or carried out yet."
    >
      {(items) => (
        <>
          <ul className={styles['list']} aria-label={title}>
            {items.map((request) => (
              <li key={request.id}>
                <RequestItem registry={registry} request={request} withModel onSaid={onSaid} />
              </li>
            ))}
          </ul>
          {query.hasNextPage && (
            <Button size="small" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
              Look at older versions
            </Button>
          )}
        </>
      )}
    </PanelFrame>
  )
}
