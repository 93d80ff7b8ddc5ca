import type { ChangeAction, PlacedChange } from '@/domain/change'
import { describeChange } from '@/domain/change'
import type { ChartMarker } from '@/ui/charts/chartInput'
import { versionLabel } from '@/ui/format/versions'

const marks: Readonly<Partial<Record<ChangeAction, string>>> = { promote: '', rollback: '↩ ', deprecate: '⊘ ' }

/** Promotions, roll backs and deprecations that happened, to be drawn over time. Oldest first. */
export function releaseMarkers(changes: readonly PlacedChange[]): readonly ChartMarker[] {
  return changes
    .filter(({ action, status }) => status === 'done' && marks[action] !== undefined)
    .map((change): ChartMarker => ({
      at: change.at,
      label: `${marks[change.action] ?? ''}${versionLabel(change.version)}`,
      words: `${change.actor} ${describeChange(change)}`,
    }))
    .toSorted((a, b) => a.at - b.at)
}
