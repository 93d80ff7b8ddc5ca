import { severityWeight } from '@/domain/alerts/alert'
import { Tile } from '@/ui/controls/Tile'
import { TileRow } from '@/ui/controls/TileRow'
import type { AlertFilter, StatusFilter } from './alertFilter'
import type { GroupedAlerts } from './alertGroups'

interface AlertTilesProps {
  grouped: GroupedAlerts
  filter: AlertFilter
  onChange: (next: Partial<AlertFilter>) => void
}

/** How many alerts of registered models fire, are about to, and are silenced; each figure filters the list. */
export function AlertTiles({ grouped, filter, onChange }: AlertTilesProps) {
  const alerts = grouped.groups.flatMap((group) => group.alerts)
  const firing = alerts.filter(({ state }) => state === 'firing')
  const worst = firing.some(({ severity }) => severityWeight(severity) === 2) ? 'failing' : 'at-risk'
  const tile = (status: StatusFilter) => {
    const pressed = filter.status.join() === status
    return { pressed, onToggle: () => onChange({ status: pressed ? [] : [status] }) }
  }
  return (
    <TileRow label="Summary">
      <Tile value={firing.length} label={firing.length === 1 ? 'fires' : 'fire'} {...(firing.length > 0 && { status: worst })} {...tile('firing')} />
      <Tile value={alerts.filter(({ state }) => state === 'pending').length} label="pending" {...tile('pending')} />
      <Tile value={alerts.filter(({ state }) => state === 'suppressed').length} label="silenced or inhibited" {...tile('silenced')} />
    </TileRow>
  )
}
