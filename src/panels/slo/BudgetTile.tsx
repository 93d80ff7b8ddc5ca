import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { objectivesOf, type SloReport } from '@/domain/slo'
import { lastsWords, objectiveWords, windowWords } from '@/domain/sloWords'
import type { Status } from '@/ui/badges/status'
import { Tile } from '@/ui/controls/Tile'
import { Absent } from '@/ui/figures/Absent'
import { Figure } from '@/ui/figures/Figure'
import { StaleNote } from '@/ui/frame/StaleNote'
import { useSlo } from './useSlo'

export interface BudgetTileProps {
  model: ServedModel | null
  policy: PolicyLayers
  /** As of useSlo. */
  enabled: boolean
}

/** What is left of the error budget, among the figures of now. Nothing where no availability is demanded or judged. */
export function BudgetTile({ model, policy, enabled }: BudgetTileProps) {
  const { data, isPending, error, refetch } = useSlo(model, policy, enabled)
  const { availability, windowMs } = objectivesOf(policy)
  // A failure is told by the panel, once.
  if (availability === null || (data?.report == null && !isPending)) return null
  const report = data?.report ?? null
  const status = report === null ? undefined : statusOf(report)
  return (
    <Tile
      label="of the error budget"
      {...(status !== undefined && { status })}
      value={<Left report={report} />}
      note={
        error != null && report !== null ? (
          <StaleNote error={error} onRetry={refetch} />
        ) : (
          ((report && lastsWords(report)) ?? `${objectiveWords(availability.value)} over ${windowWords(windowMs)}`)
        )
      }
    />
  )
}

function Left({ report }: { report: SloReport | null }) {
  if (report === null) return <span aria-label="Loading">…</span>
  const { budget, minRequests } = report
  if (budget === null || budget.requests === null || budget.requests < minRequests) return <Absent reason="Too little was counted to tell." />
  return <Figure value={Math.min(1, Math.max(0, budget.remaining))} unit="ratio" size="large" />
}

function statusOf({ verdict }: SloReport): Status | undefined {
  return verdict === 'page' || verdict === 'spent' ? 'failing' : verdict === 'ticket' ? 'at-risk' : undefined
}
