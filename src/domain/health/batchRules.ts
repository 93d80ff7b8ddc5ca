import { judgeFailure, judgeLateness, type BatchRun, type BatchVerdict } from '@/domain/batch'
import type { HealthInput } from './input'
import { notAsked, ok, unknown, type HealthRule, type Verdict } from './rule'

function evaluate({ batch }: HealthInput, judge: (run: BatchRun) => BatchVerdict): Verdict {
  if (batch === undefined) return notAsked
  if (batch === null) return unknown('Batch: no run is known')
  const { level, sentence } = judge(batch)
  if (level === 'ok') return ok
  return level === 'unknown' ? unknown(sentence) : { level, sentence }
}

/** The rules on models that run in batches. */
export const batchRules: readonly HealthRule[] = [
  {
    id: 'batch_late',
    title: 'Batch is late',
    topic: 'batch',
    looksAt: 'time since the last run ended, against the interval that the job states',
    threshold: ({ batchLate: { warn, critical } }) => `at risk from ${warn} intervals, failing from ${critical}`,
    levels: ['failing', 'at-risk'],
    example: 'Batch is late: last run 41 h ago, due every 24 h',
    evidence: 'serving',
    live: true,
    evaluate: (input, { batchLate }) => evaluate(input, (run) => judgeLateness(run, batchLate)),
  },
  {
    id: 'batch_failed',
    title: 'Batch failed',
    topic: 'batch-outcome',
    looksAt: 'whether the last run failed',
    threshold: () => 'any',
    levels: ['at-risk'],
    example: 'The last batch failed, 7 h ago',
    evidence: 'serving',
    live: true,
    evaluate: (input) => evaluate(input, judgeFailure),
  },
]
