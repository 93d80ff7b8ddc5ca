import type { PlacedChange } from '@/domain/change'
import type { KnownMetric, QualityMetric } from '@/domain/metric'
import type { Run } from '@/domain/run'
import { measuredHow } from '@/panels/version/metricRows'
import type { VersionPoint } from '@/ui/charts/versionPoints'
import { dayText } from '@/ui/format/times'
import { versionLabel } from '@/ui/format/versions'
import type { MeasuredVersion } from './useMeasuredVersions'

/** One version's value of a measure, as a chart and a table need it. */
export interface VersionScore extends VersionPoint {
  quality: QualityMetric | undefined
  /** Why there is no value, as a sentence; `null`: there is one. */
  absent: string | null
}

export interface ScoreContext {
  champion: string | null
  challenger: string | null
  changes: readonly PlacedChange[]
}

/** What each version scored, in the order given, with who went into production when. */
export function versionScores(measured: readonly MeasuredVersion[], metric: KnownMetric, context: ScoreContext): readonly VersionScore[] {
  return measured.map(({ version, run }): VersionScore => {
    const name = version.ref.version
    const quality = run?.quality[metric]
    return {
      version: name,
      value: quality?.value ?? null,
      quality,
      logged: quality === undefined ? null : measuredHow(quality),
      absent: absentWords(run, quality),
      champion: name === context.champion,
      challenger: name === context.challenger,
      promoted: promotionWords(name, context.changes),
    }
  })
}

function absentWords(run: Run | null, quality: QualityMetric | undefined): string | null {
  if (run === null) return 'The version has no run that could be read.'
  if (quality === undefined) return 'Its run did not log it.'
  return quality.value === null ? `\`${quality.rawName}\` was logged, but is not a number.` : null
}

function promotionWords(version: string, changes: readonly PlacedChange[]): string | null {
  const release = changes.find(
    ({ action, status, to }) => status === 'done' && to === version && (action === 'promote' || action === 'rollback'),
  )
  if (release === undefined) return null
  return `${release.action === 'promote' ? 'promoted' : 'rolled back to'} ${dayText(release.at)} by ${release.actor}`
}

/** What keeps the values from being compared: other names, other data, other averages. `null`: all were logged alike. */
export function loggedNote(scores: readonly VersionScore[]): string | null {
  const groups = new Map<string, string[]>()
  for (const { quality, version } of scores) {
    if (quality !== undefined) groups.set(measuredHow(quality), [...(groups.get(measuredHow(quality)) ?? []), version])
  }
  const [first, second] = [...groups.entries()].toSorted((a, b) => b[1].length - a[1].length)
  if (first === undefined) return null
  if (second === undefined) return `Logged as ${first[0]}.`
  const others = groups.size - 1
  return `Not all measured alike: most as ${first[0]}; ${second[1].length === 1 ? versionLabel(second[1][0] ?? '') : `${second[1].length} versions`} as ${second[0]}${others > 1 ? `, and ${others - 1} more ways` : ''}.`
}
