import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import type { Capability, SourceInfo } from '@/domain/capability'
import { Timestamp } from '@/ui/figures/Timestamp'
import { useClock } from '@/ui/clock'
import { onClock } from '@/ui/frame/failing'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { capabilityWords } from './capabilityWords'
import styles from './SourcesPage.module.css'

interface SourcePanelProps {
  id: string
  kind: 'Registry' | 'Monitoring' | 'Alerts'
  readOnly: boolean
  query: UseQueryOptions<SourceInfo, Error, SourceInfo, string[]>
}

/** One source: its state, version and abilities, or its last error in words. */
export function SourcePanel({ id, kind, readOnly, query }: SourcePanelProps) {
  const state = useQuery({ ...query, refetchInterval: 30_000 })
  const clock = useClock()
  return (
    <PanelFrame title={id} unit={kind} state={state} headingLevel={2} minHeight={180}>
      {(info) => (
        <dl className={styles['facts']}>
          <dt>Product</dt>
          <dd>
            {info.product} {info.version ?? <span className={styles['quiet']}>(says no version)</span>}
          </dd>
          <dt>Answered</dt>
          <dd>
            <Timestamp at={onClock(state.dataUpdatedAt, clock.now())} />
          </dd>
          <dt>Access</dt>
          <dd>{readOnly ? 'read only' : kind === 'Alerts' ? 'reads alerts, sets and ends silences' : 'reads and writes, as far as the registry lets you'}</dd>
          <dt>Can</dt>
          <dd>
            <Abilities abilities={info.capabilities} />
          </dd>
          {info.notes.length > 0 && (
            <>
              <dt>Notes</dt>
              <dd>
                {info.notes.map((note) => (
                  <p key={note}>{note}</p>
                ))}
              </dd>
            </>
          )}
        </dl>
      )}
    </PanelFrame>
  )
}

function Abilities({ abilities }: { abilities: readonly Capability[] }) {
  if (abilities.length === 0) return <span className={styles['quiet']}>nothing that Modeldeck asks for</span>
  return (
    <ul className={styles['abilities']}>
      {abilities.map((ability) => (
        <li key={ability}>{capabilityWords[ability]}</li>
      ))}
    </ul>
  )
}
