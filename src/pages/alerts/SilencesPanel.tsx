import type { Alert } from '@/domain/alerts/alert'
import { matcherText, type Silence } from '@/domain/alerts/silence'
import { SilenceRow } from '@/panels/alerts/SilenceRow'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './AlertsPage.module.css'

interface SilencesPanelProps {
  state: Loadable<readonly Silence[]> & { configured: boolean }
  alerts: readonly Alert[]
}

/** Every silence that holds or is about to, those that cover nothing now among them. */
export function SilencesPanel({ state, alerts }: SilencesPanelProps) {
  return (
    <PanelFrame
      title="Silences"
      state={state}
      headingLevel={2}
      minHeight={96}
      notConfigured={state.configured ? undefined : 'Silences are kept by Alertmanager: add it under “sources” in config.json.'}
      isEmpty={(silences) => held(silences).length === 0}
      emptyText="Nothing is silenced: whoever should be told is told."
    >
      {(silences) => (
        <ul className={styles['silences']} aria-label="Silences">
          {held(silences).map((silence) => (
            <SilenceRow
              key={`${silence.source}/${silence.id}`}
              silence={silence}
              name={silence.matchers.map(matcherText).join(' ')}
              covered={alerts.filter(({ silencedBy }) => silencedBy.includes(silence.id))}
            />
          ))}
        </ul>
      )}
    </PanelFrame>
  )
}

/** Those that have not ended, the ones that end first at the top. */
function held(silences: readonly Silence[]): readonly Silence[] {
  return silences.filter(({ state }) => state !== 'expired').toSorted((a, b) => a.endsAt - b.endsAt)
}
