import type { Series, SeriesSet } from '@/domain/series'
import { setOrDelete, useAddressParams } from '@/ui/addressParams'
import type { VersionChoice } from '@/panels/charts/versionChoice'

/** Which version the charts are about that show one at a time (`of=13`): the champion until another is chosen. */
export function useVersionOf(choice: VersionChoice, champion: string | null): [string | null, (version: string) => void] {
  const [params, change] = useAddressParams()
  const first = champion !== null && choice.drawn.includes(champion) ? champion : (choice.drawn[0] ?? champion)
  const asked = params.get('of')
  const version = asked !== null && choice.drawn.includes(asked) ? asked : first
  return [version, (next) => change((after) => setOrDelete(after, 'of', next === first ? null : next))]
}

/** The series of one version, or of the model where versions are not told apart; the chart's title names the version. */
export function seriesOf(set: SeriesSet, version: string | null): SeriesSet {
  const own = set.series.filter(({ subject }) => subject.version === version || subject.version === null)
  return { ...set, series: own.map(({ subject, samples }): Series => ({ subject: { ...subject, version: null }, samples })) }
}
