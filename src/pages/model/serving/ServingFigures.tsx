import { healthThresholds, type Limit } from '@/domain/health/thresholds'
import type { ServedModel } from '@/domain/model'
import type { PolicyLayers } from '@/domain/policy'
import { dayMs } from '@/domain/time'
import { percentWords } from '@/domain/words'
import { BudgetTile } from '@/panels/slo/BudgetTile'
import type { RecordedChange } from '@/ports/registry'
import { useNow } from '@/ui/clock'
import { TileRow } from '@/ui/controls/TileRow'
import { versionLabel } from '@/ui/format/versions'
import { ComparedTile } from './ComparedTile'
import { changeOf, figureOf, isMaterial, totalOf } from './figureOf'
import { referenceOf } from './reference'
import { useComparedFigure } from './useComparedFigure'

export interface ServingFiguresProps {
  model: ServedModel | null
  champion: string | null
  /** `undefined`: on their way. */
  changes: readonly RecordedChange[] | undefined
  policy: PolicyLayers
  /** The charts have been answered: the error budget is asked for after them. */
  charted: boolean
}

/** How the model serves now, and what changed: since before the last release, or since yesterday. */
export function ServingFigures({ model, champion, changes, policy, charted }: ServingFiguresProps) {
  const now = useNow()
  const by = champion === null ? 'model' : 'version'
  const reference = changes === undefined ? null : referenceOf(changes, champion, now)
  const rate = useComparedFigure('request_rate', model, by, dayMs)
  const errors = useComparedFigure('error_ratio', model, by, reference?.offsetMs ?? null)
  const p95 = useComparedFigure('latency_p95', model, by, reference?.offsetMs ?? null)
  const inFlight = useComparedFigure('in_flight', model, by, dayMs)
  const limits = healthThresholds(policy)
  const whose = champion === null ? 'all versions' : versionLabel(champion)
  const against = reference?.words ?? ''
  const [errorNow, p95Now, total] = [figureOf(errors.now, champion), figureOf(p95.now, champion), totalOf(rate.now)]
  const [errorsBefore, p95Before] = [figureOf(errors.before, reference?.version ?? null), figureOf(p95.before, reference?.version ?? null)]
  const own = champion === null ? null : (rate.now?.figures.find(({ subject }) => subject.version === champion)?.value ?? null)

  // The panels below say why, once each.
  if ([rate, errors, p95, inFlight].every(({ now, error }) => now === undefined && error !== null)) return null

  return (
    <TileRow label="Now">
      <ComparedTile
        label="Request rate"
        figure={rate}
        value={total}
        unit="per_second"
        change={changeOf(total, totalOf(rate.before))}
        better="neither"
        against="24 h ago"
        whose={own === null || total === null || total === 0 ? 'all versions' : `${whose} takes ${percentWords(own / total)}`}
      />
      <ComparedTile
        label="Error rate"
        figure={errors}
        value={errorNow}
        unit="ratio"
        change={changeOf(errorNow, errorsBefore)}
        better={verdictOf(errorNow, errorsBefore, 'ratio')}
        against={against}
        whose={whose}
        status={statusOf(errorNow, limits.errorRatio)}
      />
      <ComparedTile
        label="Latency p95"
        figure={p95}
        value={p95Now}
        unit="ms"
        change={changeOf(p95Now, p95Before)}
        better={verdictOf(p95Now, p95Before, 'ms')}
        against={against}
        whose={whose}
        status={statusOf(p95Now, limits.latencyP95Ms)}
      />
      <ComparedTile
        label="In flight"
        figure={inFlight}
        value={totalOf(inFlight.now)}
        unit="count"
        change={changeOf(totalOf(inFlight.now), totalOf(inFlight.before))}
        better="neither"
        against="24 h ago"
        whose="all versions"
      />
      <BudgetTile model={model} policy={policy} enabled={charted} />
    </TileRow>
  )
}

function verdictOf(now: number | null, before: number | null, unit: 'ratio' | 'ms') {
  return now !== null && before !== null && isMaterial(now, before, unit) ? 'lower' : 'neither'
}

function statusOf(value: number | null, { warn, critical }: Limit) {
  if (value === null) return undefined
  if (critical !== null && value >= critical) return 'failing'
  return warn !== null && value >= warn ? 'at-risk' : undefined
}
