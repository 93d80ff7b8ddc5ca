import type { ServedModel } from '@/domain/model'
import type { TimePanelLook } from '@/panels/charts/TimePanel'
import type { VersionChoice } from '@/panels/charts/versionChoice'
import type { ChartInput } from '@/ui/charts/chartInput'
import { versionLabel } from '@/ui/format/versions'

/** What charts need that show how the requests of one version ended. */
export interface OutcomePanelProps extends TimePanelLook, Pick<ChartInput, 'markers' | 'spans'> {
  model: ServedModel | null
  champion: string | null
  choice: VersionChoice
  /** The charts compare with the period before: these do not. */
  before: string | null
}

/** Says that the period before is not drawn here. */
export const uncompared = (before: string | null) => (before === null ? [] : ['Not compared with the period before.'])

/** Of whom a chart of one version is. */
export function whose(version: string | null): string {
  return version === null ? 'all versions' : versionLabel(version)
}
