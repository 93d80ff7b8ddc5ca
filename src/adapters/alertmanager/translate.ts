import { severityOf, type Alert, type AlertState } from '@/domain/alerts/alert'
import type { Silence } from '@/domain/alerts/silence'
import { instantOf, Notes, textsOf, type TranslatedAlerts } from '@/adapters/prometheus/translateAlerts'
import type { WireAlert, WireSilence } from './wire'

/** What an Alertmanager holds. One without readable labels is left out and counted in the notes. */
export function toAlerts(source: string, found: readonly WireAlert[]): TranslatedAlerts {
  const notes = new Notes()
  const alerts = found.flatMap((one): Alert[] => {
    const labels = textsOf(one.labels)
    if (Object.keys(labels).length === 0) {
      notes.count('could not be read and is left out', 'could not be read and are left out')
      return []
    }
    return [
      {
        // An alert that was posted by hand need not have a name.
        name: labels['alertname'] ?? 'unnamed',
        state: stateOf(one),
        severity: severityOf(labels),
        since: instantOf(one.startsAt),
        labels,
        annotations: textsOf(one.annotations),
        value: null,
        silencedBy: (one.status?.silencedBy ?? []).filter((id) => typeof id === 'string'),
        inhibitions: one.status?.inhibitedBy?.length ?? 0,
        sources: [source],
        graphUrl: webAddress(one.generatorURL),
      },
    ]
  })
  return { alerts, notes: notes.list(source) }
}

/** `unprocessed` has just come in and is on its way to somebody. */
function stateOf({ status }: WireAlert): AlertState {
  return status?.state === 'suppressed' ? 'suppressed' : 'firing'
}

/** Whoever may post an alert may post any text as its link. */
function webAddress(url: unknown): string | null {
  if (typeof url !== 'string' || !URL.canParse(url)) return null
  return ['http:', 'https:'].includes(new URL(url).protocol) ? url : null
}

export function toSilence(source: string, found: WireSilence): Silence {
  const { id, status, matchers, createdBy, comment } = found
  return {
    id,
    source,
    state: status.state,
    matchers: matchers.map(({ name, value, isRegex, isEqual }) => ({ name, value, isRegex, isEqual: isEqual ?? true })),
    startsAt: instantOf(found.startsAt) ?? 0,
    endsAt: instantOf(found.endsAt) ?? 0,
    createdBy,
    comment,
  }
}
