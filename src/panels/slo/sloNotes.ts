import type { Resolved } from '@/domain/policy'
import type { Objectives } from '@/domain/slo'
import { windowWords } from '@/domain/sloWords'
import type { MonitoringSource } from '@/ports/monitoring'
import type { SloView } from './useSlo'

const setters = { model: 'this model’s policy', deployment: 'this deployment’s policy', default: 'the built-in default' } as const

const layers = ['model', 'deployment', 'default'] as const

/** What a reader must know of the figures: who set what, and what they rest on. */
export function sloNotes(objectives: Objectives, view: SloView, monitoring: MonitoringSource | null): readonly string[] {
  return [setBy(objectives), ...availabilityNotes(objectives, view, monitoring), ...latencyNotes(objectives, monitoring), ...view.notes]
}

function setBy({ availability, latencyMs, window }: Objectives): string {
  const parts: [string, Resolved<unknown> | null][] = [
    ['availability', availability],
    ['latency', latencyMs],
    ['the window', availability && window],
  ]
  const words = layers.flatMap((layer) => {
    const names = parts.flatMap(([name, setting]) => (setting?.from === layer ? [name] : []))
    return names.length === 0 ? [] : [`${names.join(' and ')} by ${setters[layer]}`]
  })
  return `Set: ${words.join(', ')}.`
}

function availabilityNotes({ availability, windowMs }: Objectives, { report, wholeWindow }: SloView, monitoring: MonitoringSource | null): readonly string[] {
  if (availability === null) return []
  if (report === null) {
    const [errors, rate] = [monitoring?.supports('error_ratio'), monitoring?.supports('request_rate')]
    const lack = errors === true ? rate : errors
    return lack === undefined || lack === true ? [] : [`Availability is not judged. ${lack.reason}`]
  }
  return [
    'Every version counts, a canary or shadow too.',
    ...(wholeWindow ? [] : [`Nothing was counted ${windowWords(windowMs)} ago: the budget rests on the shorter history that there is.`]),
  ]
}

function latencyNotes({ latencyMs }: Objectives, monitoring: MonitoringSource | null): readonly string[] {
  if (latencyMs === null) return []
  const lack = monitoring?.supports('latency_p95')
  if (lack !== undefined && lack !== true) return [`Latency is not judged. ${lack.reason}`]
  return ['Latency is judged by p95. A budget of slow requests is not supported yet: it needs the share of requests within the limit.']
}
