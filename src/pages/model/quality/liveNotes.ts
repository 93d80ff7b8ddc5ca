import { bandNote } from '@/panels/charts/scoreBands'

/** What holds for every score over time, said once for all panels. */
export const liveNotes = [
  bandNote,
  'Labels come late: the newest points rest on those that have arrived, and a version has no score until its first labels are back.',
] as const
