import { compareAlerts, type JoinedAlert } from '@/domain/alerts/alert'
import type { ModelAlert } from '@/domain/alerts/join'
import type { ModelRef } from '@/domain/model'
import { fleetKey } from '@/panels/fleetFigures'
import { isShown, type AlertFilter } from './alertFilter'

/** The alerts of one model, what needs a person first. */
export interface AlertGroup {
  key: string
  ref: ModelRef
  alerts: readonly ModelAlert[]
}

export interface GroupedAlerts {
  /** What needs a person first. */
  groups: readonly AlertGroup[]
  /** Those that belong to no registered model. */
  others: readonly ModelAlert[]
}

/** Puts alerts together by the models that they belong to; one that belongs to several stands with each. */
export function groupAlerts(alerts: readonly JoinedAlert[]): GroupedAlerts {
  const groups = new Map<string, { ref: ModelRef; alerts: ModelAlert[] }>()
  const others: ModelAlert[] = []
  for (const { subjects, ...alert } of alerts) {
    if (subjects.length === 0) others.push({ ...alert, version: null })
    for (const { ref, version } of subjects) {
      const group = groups.get(fleetKey(ref)) ?? { ref, alerts: [] }
      group.alerts.push({ ...alert, version })
      groups.set(fleetKey(ref), group)
    }
  }
  return {
    groups: [...groups].map(([key, group]) => ({ key, ref: group.ref, alerts: group.alerts.toSorted(compareAlerts) })).toSorted(compareGroups),
    others: others.toSorted(compareAlerts),
  }
}

function compareGroups(a: AlertGroup, b: AlertGroup): number {
  const [first, second] = [a.alerts[0], b.alerts[0]]
  return (first && second ? compareAlerts(first, second) : 0) || a.ref.name.localeCompare(b.ref.name)
}

/** What is left of the groups by a filter. */
export function filterGroups({ groups, others }: GroupedAlerts, filter: AlertFilter): GroupedAlerts {
  return {
    groups: groups
      .filter(({ key }) => filter.model === null || key === filter.model)
      .map((group) => ({ ...group, alerts: group.alerts.filter((alert) => isShown(alert, group.ref.name, filter)) }))
      .filter(({ alerts }) => alerts.length > 0),
    others: filter.model === null ? others.filter((alert) => isShown(alert, '', filter)) : [],
  }
}
