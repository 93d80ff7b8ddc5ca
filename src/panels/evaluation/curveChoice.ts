import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { ThresholdCurves } from '@/domain/evaluation/threshold'

/** The classes that have a curve of their own; empty where the curves name none. */
export function curveClasses({ roc, precisionRecall }: Evaluation): readonly string[] {
  return [...new Set([...precisionRecall, ...roc].flatMap(({ positive }) => positive ?? []))]
}

/** The curves of one class; `null`: the only ones. */
export function curvesOf({ roc, precisionRecall, confusion }: Evaluation, positive: string | null): ThresholdCurves {
  const find = <C extends { positive: string | null }>(curves: readonly C[]) =>
    curves.find((curve) => curve.positive === positive) ?? (curves.length === 1 && curves[0]?.positive === null ? curves[0] : null)
  return { roc: find(roc), precisionRecall: find(precisionRecall), confusion }
}

/** The share of cases that are positive: the precision of guessing. `null`: not known. */
export function prevalenceOf({ confusion }: Evaluation, positive: string | null): number | null {
  if (confusion === null) return null
  const named = positive === null ? -1 : confusion.labels.indexOf(positive)
  const row = named === -1 && confusion.labels.length === 2 ? 1 : named
  const total = confusion.counts.flat().reduce((a, b) => a + b, 0)
  return row === -1 || total === 0 ? null : (confusion.counts[row] ?? []).reduce((a, b) => a + b, 0) / total
}
