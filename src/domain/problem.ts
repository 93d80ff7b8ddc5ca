/**
 * Something in a source's answer that could not be read or does not add up.
 * Shown beside the row that it concerns; it never hides the row.
 */
export interface Problem {
  /** Where it is, in the source's own words: `metrics.f1`, `aliases.champion`. */
  field: string
  /** A sentence that says what is wrong and, where known, what to do. */
  message: string
}
