import { compareVersions } from '@/domain/lifecycle'
import { sampleStats } from '@/domain/samples'
import type { SeriesSet } from '@/domain/series'

/** A version that can be drawn. */
export interface OfferedVersion {
  version: string
  /** Mean of what they are ranked by over the range; `null`: no value in it. */
  mean: number | null
}

/** Which versions are lines of their own, and which are not. */
export interface VersionChoice {
  /** Empty: not known, and then all are drawn. */
  drawn: readonly string[]
  /** All that can be chosen: champion, challenger, then the busiest first. */
  offered: readonly OfferedVersion[]
  /** Versions with values that are not drawn. */
  rest: readonly string[]
}

export interface ChoiceInput {
  /** What versions are ranked by: request rates, or labelled predictions. */
  set: SeriesSet | undefined
  /** It will not come soon: without ranks none is left out. */
  failed?: boolean
  champion: string | null
  challenger: string | null
  /** What a person chose; `null`: nothing yet. */
  chosen: readonly string[] | null
}

const busiestDrawn = 2

/**
 * Champion, challenger and the two busiest are drawn until someone chooses. One that would be left over
 * alone is drawn too: calling it "other" would save nothing.
 */
export function chooseVersions({ set, failed = false, champion, challenger, chosen }: ChoiceInput): VersionChoice {
  const means = versionMeans(set)
  const meanOf = (version: string) => means.get(version) ?? null
  const named = [champion, challenger].filter((version) => version !== null)
  const others = [...means.keys()].filter((version) => !named.includes(version) && meanOf(version) !== null)
  const ranked = others.toSorted((a, b) => (meanOf(b) ?? 0) - (meanOf(a) ?? 0) || compareVersions(b, a))
  const unknown = (chosen ?? []).filter((version) => !named.includes(version) && !ranked.includes(version))
  const offered = [...new Set([...named, ...ranked, ...unknown])].map((version) => ({ version, mean: meanOf(version) }))

  const busiest = ranked.length === busiestDrawn + 1 ? ranked : ranked.slice(0, busiestDrawn)
  const drawn = chosen ?? defaultOf()
  const rest = offered.filter(({ version, mean }) => mean !== null && !drawn.includes(version)).map(({ version }) => version)
  return { drawn, offered, rest }

  function defaultOf(): readonly string[] {
    // Before the ranks come, the two that will be drawn anyway.
    if (set === undefined) return failed ? [] : named
    return [...new Set([...named.filter((version) => meanOf(version) !== null), ...busiest])]
  }
}

function versionMeans(set: SeriesSet | undefined): ReadonlyMap<string, number | null> {
  const means = new Map<string, number | null>()
  for (const { subject, samples } of set?.series ?? []) {
    if (subject.version !== null) means.set(subject.version, sampleStats(samples)?.mean ?? null)
  }
  return means
}

/** Whether a version has lines: where none is named, all have. */
export function isDrawn({ drawn }: VersionChoice, version: string): boolean {
  return drawn.length === 0 || drawn.includes(version)
}

/** What a press on a version's chip makes of the choice. The last one stays: a chart without lines says nothing. */
export function toggleVersion(choice: VersionChoice, version: string): readonly string[] {
  const drawn = choice.drawn.length === 0 ? choice.offered.map((offered) => offered.version) : choice.drawn
  if (!drawn.includes(version)) return [...drawn, version]
  return drawn.length === 1 ? drawn : drawn.filter((other) => other !== version)
}
