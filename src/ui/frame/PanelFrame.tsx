import { useEffect, useId, useRef, useState, type ReactNode } from 'react'
import { useClock } from '@/ui/clock'
import { slug } from '@/ui/format/slug'
import { ErrorBoundary } from './ErrorBoundary'
import { useFailing } from './failing'
import { FrameTools } from './FrameTools'
import type { Loadable } from './loadable'
import { PanelBody } from './PanelBody'
import styles from './PanelFrame.module.css'
import { panelState, type Unsupported } from './panelState'
import { QueryText } from './QueryText'

export interface PanelFrameProps<T> {
  title: string
  /** In words, beside the title: `ms`, `requests per second`. */
  unit?: string
  state: Loadable<T>
  isEmpty?: (data: T) => boolean
  /** What would be here, and how it gets here. */
  emptyText?: ReactNode
  /** A sentence: what to configure. Wins over `state`. */
  notConfigured?: string | undefined
  /** What the source cannot do. Wins over `state`. */
  notSupported?: Unsupported | undefined
  /** Controls of this panel, left of the frame's own. */
  actions?: ReactNode
  /** The same data as a table, behind `Show as table`. */
  tableView?: ((data: T) => ReactNode) | undefined
  /** The text that was sent to the source. */
  queryText?: string | readonly string[] | undefined
  /** What a reader must know to trust it: no version label, few samples. */
  notes?: readonly string[] | undefined
  /** Height of the content in px: of the skeleton too, so that nothing jumps. */
  minHeight: number
  headingLevel?: 2 | 3 | 4
  /** Part of the address of this panel; the title in kebab-case unless given. */
  id?: string
  /** `bare` has no ground and no edge of its own: inside another surface. */
  variant?: 'card' | 'bare'
  children: (data: T) => ReactNode
}

/** The one frame around everything that is loaded: title, state, age, table, query, full screen, link. */
export function PanelFrame<T>(props: PanelFrameProps<T>) {
  const { title, unit, state, actions, tableView, queryText, notes = [], headingLevel = 3, variant = 'card' } = props
  const id = props.id ?? slug(title)
  const headingId = useId()
  const section = useRef<HTMLElement>(null)
  const [asTable, setAsTable] = useState(false)
  const [withQuery, setWithQuery] = useState(false)
  const [said, setSaid] = useState('')
  const clock = useClock()
  const failing = useFailing(state.error, state.data !== undefined, state.isPending)
  const panel = panelState({ ...props, lastError: failing?.error })
  const Heading = `h${headingLevel}` as const
  const queries = typeof queryText === 'string' ? [queryText] : (queryText ?? [])

  // The element is not there yet when the browser looks for the address's fragment.
  useEffect(() => {
    if (window.location.hash === `#${id}`) section.current?.scrollIntoView?.()
  }, [id])

  return (
    <section
      ref={section}
      id={id}
      aria-labelledby={headingId}
      aria-busy={panel.kind === 'loading' || undefined}
      className={styles['panel']}
      data-variant={variant}
      data-state={panel.kind}
    >
      <header className={styles['head']}>
        <Heading id={headingId} className={styles['title']}>
          {title}
          {unit !== undefined && <span className={styles['unit']}> {unit}</span>}
        </Heading>
        <output className={styles['said']}>{said}</output>
        {actions}
        <FrameTools
          panel={section}
          id={id}
          asTable={tableView === undefined ? undefined : asTable}
          onTable={() => setAsTable(!asTable)}
          withQuery={queries.length === 0 ? undefined : withQuery}
          onQuery={() => setWithQuery(!withQuery)}
          onSaid={setSaid}
        />
      </header>
      {withQuery && queries.length > 0 && <QueryText queries={queries} />}
      <ErrorBoundary what={title} resetKey={state.data}>
        <PanelBody
          title={title}
          panel={panel}
          emptyText={props.emptyText}
          minHeight={props.minHeight}
          since={failing?.since ?? clock.now()}
          isFetching={state.isFetching}
          refetch={state.refetch}
        >
          {asTable && tableView !== undefined ? tableView : props.children}
        </PanelBody>
      </ErrorBoundary>
      {notes.length > 0 && 'data' in panel && (
        <ul className={styles['notes']}>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
