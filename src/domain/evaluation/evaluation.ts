import type { Problem } from '@/domain/problem'

/** What a version's run keeps of its evaluation, as far as it was found. Every part says where it was read. */
export interface Evaluation {
  confusion: ConfusionMatrix | null
  /** One for a classifier of two classes, else one a class against all others. */
  roc: readonly RocCurve[]
  precisionRecall: readonly PrecisionRecallCurve[]
  calibration: Calibration | null
  /** The same measures for parts of the data: regions, channels, classes. */
  slices: readonly SliceTable[]
  folds: Folds | null
  pictures: readonly EvaluationPicture[]
  /** Files that are there and could not be read. */
  problems: readonly Problem[]
}

/** Counts by actual class (rows) and predicted class (columns), in the order of `labels`. */
export interface ConfusionMatrix {
  /** A file's path, or the names of the metrics. */
  origin: string
  labels: readonly string[]
  counts: readonly (readonly number[])[]
}

export interface RocPoint {
  /** A case counts as positive from this score on. `null`: not kept, or infinite (none does). */
  threshold: number | null
  falsePositiveRate: number
  truePositiveRate: number
}

export interface RocCurve {
  origin: string
  /** The class that counts as positive; `null`: not said. */
  positive: string | null
  /** Ascending by false positive rate. */
  points: readonly RocPoint[]
}

export interface PrecisionRecallPoint {
  threshold: number | null
  precision: number
  recall: number
}

export interface PrecisionRecallCurve {
  origin: string
  positive: string | null
  /** Ascending by recall. */
  points: readonly PrecisionRecallPoint[]
}

/** Predicted against observed frequency of the positive class, ascending by prediction. */
export interface Calibration {
  origin: string
  bins: readonly CalibrationBin[]
}

export interface CalibrationBin {
  /** Mean predicted probability. */
  predicted: number
  /** Share of cases that were positive. */
  observed: number
  /** `null`: not kept. */
  count: number | null
}

export interface SliceTable {
  origin: string
  /** What tells the rows apart: `region`, `class`. */
  by: string
  /** Names of the measures as they were logged. */
  measures: readonly string[]
  rows: readonly Slice[]
}

export interface Slice {
  name: string
  /** Cases in it; `null`: not kept. */
  n: number | null
  /** In the order of `measures`. */
  values: readonly (number | null)[]
}

/** What each fold of a cross-validation scored. */
export interface Folds {
  /** `metrics of the run`, a file's path, `nested runs`. */
  origin: string
  measures: readonly { name: string; values: readonly (number | null)[] }[]
}

/** A chart that was saved as a picture. */
export interface EvaluationPicture {
  path: string
  /** What it shows, by its name: `Confusion matrix`. */
  title: string
  /** Drawn from training data, as its name says. */
  onTraining: boolean
}

/** Whether nothing at all was found. */
export function isBare(found: Evaluation): boolean {
  const { confusion, roc, precisionRecall, calibration, slices, folds, pictures, problems } = found
  return [confusion, calibration, folds].every((part) => part === null) && [roc, precisionRecall, slices, pictures, problems].every((list) => list.length === 0)
}
