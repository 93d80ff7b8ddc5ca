import type { VersionChoice } from '@/panels/charts/versionChoice'
import { Segments } from '@/ui/controls/Segments'
import { versionLabel } from '@/ui/format/versions'

export interface VersionSegmentsProps {
  /** `Errors of`. */
  label: string
  choice: VersionChoice
  version: string | null
  onChange: (version: string) => void
}

/** Which of the versions that are drawn a chart of one version is about; nothing where there is no choice. */
export function VersionSegments({ label, choice, version, onChange }: VersionSegmentsProps) {
  const offered = choice.drawn.slice(0, 4)
  if (version === null || offered.length < 2) return null
  const shown = offered.includes(version) ? offered : [...offered.slice(0, 3), version]
  return <Segments label={label} size="small" value={version} onChange={onChange} options={shown.map((value) => ({ value, label: versionLabel(value) }))} />
}
