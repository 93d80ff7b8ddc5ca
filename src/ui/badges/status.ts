/** How a model, source or version stands. The words are stable: scripts and screen readers rely on them. */
export const statuses = ['failing', 'at-risk', 'stale', 'no-data', 'ok'] as const
export type Status = (typeof statuses)[number]

export const statusWords: Readonly<Record<Status, string>> = {
  failing: 'Failing',
  'at-risk': 'At risk',
  stale: 'Stale',
  'no-data': 'No data',
  ok: 'OK',
}
