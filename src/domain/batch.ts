import { agoWords, durationWords } from './words'

/** What is known of the last run of a batch model; `null`: it is not said. */
export interface BatchRun {
  /** How long ago it ended. */
  ageMs: number | null
  /** How often it is meant to run. */
  intervalMs: number | null
  failed: boolean | null
}

/** The runs of a batch model, judged. */
export interface BatchVerdict {
  level: 'failing' | 'at-risk' | 'ok' | 'unknown'
  /** In a word: `Late`. */
  word: string
  /** A sentence without its full stop. */
  sentence: string
}

/** Late runs, in intervals since the last one ended. Half an interval is what a run may last, or begin late. */
export const batchLimit = { warn: 1.5, critical: 3 }

/** Whether the last run is late. `unknown` where nothing says when it was, or how often it is due. */
export function judgeLateness({ ageMs, intervalMs }: BatchRun, limit: { warn: number | null; critical: number | null } = batchLimit): BatchVerdict {
  if (ageMs === null) return { level: 'unknown', word: 'Not known', sentence: 'Batch: no run is known' }
  if (intervalMs === null || intervalMs <= 0) return { level: 'unknown', word: 'Not known', sentence: 'Batch: nothing says how often it is due' }
  const due = `last run ${agoWords(0, ageMs)}, due every ${durationWords(intervalMs)}`
  const beyond = (bound: number | null) => bound !== null && ageMs >= bound * intervalMs
  const level = beyond(limit.critical) ? 'failing' : beyond(limit.warn) ? 'at-risk' : 'ok'
  if (level !== 'ok') return { level, word: 'Late', sentence: `Batch is late: ${due}` }
  return ageMs > intervalMs ? { level, word: 'Due', sentence: `Batch is due: ${due}` } : { level, word: 'On time', sentence: `Batch is on time: ${due}` }
}

/** Whether the last run failed. */
export function judgeFailure({ ageMs, failed }: BatchRun): BatchVerdict {
  if (failed === null) return { level: 'unknown', word: 'Not known', sentence: 'Batch: nothing says whether it failed' }
  if (!failed) return { level: 'ok', word: 'Succeeded', sentence: 'The last batch succeeded' }
  return { level: 'at-risk', word: 'Failed', sentence: `The last batch failed${ageMs === null ? '' : `, ${agoWords(0, ageMs)}`}` }
}
