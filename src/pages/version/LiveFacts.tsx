import type { VersionFigures, VersionLive } from '@/panels/version/useVersionFigures'
import { Figure } from '@/ui/figures/Figure'
import { InlineFailure } from '@/ui/frame/InlineFailure'
import { Facts } from '@/ui/layout/Facts'

export interface LiveFactsProps {
  figures: VersionFigures
  /** `undefined`: on its way. */
  live: VersionLive | undefined
  champion: boolean
}

/** What the version serves now. Draws nothing where no monitoring is configured. */
export function LiveFacts({ figures, live, champion }: LiveFactsProps) {
  if (!figures.configured) return null
  if (figures.error) {
    return (
      <p>
        What it serves now is not known. <InlineFailure error={figures.error} onRetry={figures.retry} />
      </p>
    )
  }
  const absent = champion ? figures.absent : figures.absent.replace(', or is not scraped', '')
  const figure = (key: keyof VersionLive, unit: 'per_second' | 'ratio' | 'ms') =>
    live === undefined ? '…' : <Figure value={live[key]} unit={unit} absent={absent} />
  return (
    <Facts
      layout="row"
      facts={[
        { name: 'Requests', value: figure('rate', 'per_second') },
        { name: 'Errors', value: figure('errors', 'ratio') },
        { name: 'p95', value: figure('p95', 'ms') },
        { name: 'Measured', value: 'over the last 5 min' },
      ]}
    />
  )
}
