import type { QualityEvidence } from '@/domain/gate/evidence'
import { supportOf } from '@/domain/quality/support'
import type { Run } from '@/domain/run'

/** What a run measured, and on how many cases. */
export function modelMetricsEvidence(run: Run): QualityEvidence {
  return { metrics: run.quality, support: supportOf(run)?.n ?? null }
}
