import { alertKey, type Alert, type AlertState, type Labels } from './alert'

/**
 * One list of what several sources report. A Prometheus and its Alertmanager tell the same alert twice: the
 * Alertmanager's has the external labels besides, or lacks labels that were dropped on the way, so two of one
 * name are the same where one's labels hold the other's. The lists that come first give the labels: put the
 * sources first whose labels a silence must name.
 */
export function mergeAlerts(lists: readonly (readonly Alert[])[]): readonly Alert[] {
  const merged: Alert[] = []
  const places = new Map<string, number>()
  const byName = new Map<string, number[]>()
  for (const [index, list] of lists.entries()) {
    // An alert is never merged with another of its own source: the source tells them apart.
    const before = merged.length
    for (const alert of list) {
      const key = alertKey(alert)
      const candidates = index === 0 ? [] : (byName.get(alert.name) ?? []).filter((at) => at < before)
      const place = places.get(key) ?? nearest(merged, candidates, alert)
      const known = place === undefined ? undefined : merged[place]
      if (place !== undefined && known !== undefined) {
        merged[place] = combine(known, alert)
        continue
      }
      places.set(key, merged.length)
      byName.set(alert.name, [...(byName.get(alert.name) ?? []), merged.length])
      merged.push(alert)
    }
  }
  return merged
}

/** Of those whose labels hold the other's, or the other way round, the one with the fewest labels more or less. */
function nearest(merged: readonly Alert[], candidates: readonly number[], alert: Alert): number | undefined {
  const size = Object.keys(alert.labels).length
  const distance = (at: number) => Math.abs(Object.keys(merged[at]?.labels ?? {}).length - size)
  return candidates.filter((at) => related(merged[at], alert)).toSorted((a, b) => distance(a) - distance(b))[0]
}

function related(a: Alert | undefined, b: Alert): boolean {
  return a !== undefined && (contains(a.labels, b.labels) || contains(b.labels, a.labels))
}

function contains(all: Labels, some: Labels): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value)
}

// Who suppresses also knows that it fires; who evaluates the rule may see it pending again while it still fires elsewhere.
const strength: Readonly<Record<AlertState, number>> = { suppressed: 2, firing: 1, pending: 0 }

function combine(first: Alert, second: Alert): Alert {
  const times = [first.since, second.since].filter((at) => at !== null)
  return {
    ...first,
    state: strength[second.state] > strength[first.state] ? second.state : first.state,
    since: times.length === 0 ? null : Math.min(...times),
    annotations: { ...second.annotations, ...first.annotations },
    value: first.value ?? second.value,
    silencedBy: [...new Set([...first.silencedBy, ...second.silencedBy])],
    inhibitions: Math.max(first.inhibitions, second.inhibitions),
    sources: [...new Set([...first.sources, ...second.sources])],
    graphUrl: first.graphUrl ?? second.graphUrl,
  }
}
