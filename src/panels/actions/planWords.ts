import type { PlannedWrite } from '@/domain/plannedWrites'
import { recordId } from '@/domain/plannedWrites'

/** One planned write as it is read: `alias champion`, `12 → 13`. */
export interface PlanLine {
  what: string
  /** What of it: the version that carries it; empty for the model. */
  where: string
  change: string
  /** Housekeeping that a reader may skip. */
  minor: boolean
  optional: boolean
}

export function planLine({ on, version, kind, name, before, after, optional }: PlannedWrite): PlanLine {
  const where = on === 'version' && version !== undefined ? `version ${version}` : ''
  const base = { where, minor: name === 'modeldeck.changed' || name === 'modeldeck.pending', optional: optional === true }
  if (name === `modeldeck.change.${recordId}`) return { ...base, what: 'record of this decision', change: '' }
  if (name.startsWith('modeldeck.request.')) return { ...base, what: 'request for promotion', change: 'closed' }
  if (name.startsWith('modeldeck.comment.')) return { ...base, what: 'remark on the request', change: 'carried out', minor: true }
  if (kind === 'alias') return { ...base, what: `alias ${name}`, change: arrow(before, after) }
  if (kind === 'stage') return { ...base, what: 'stage', change: `${before ?? 'None'} → ${after ?? 'None'}` }
  return { ...base, what: `tag ${name}`, change: name === 'modeldeck.changed' ? 'the time of the record' : tagChange(before, after) }
}

function arrow(before: string | null, after: string | null): string {
  if (after === null) return 'removed'
  return before === null ? `set to ${after}` : `${before} → ${after}`
}

function tagChange(before: string | null, after: string | null): string {
  const next = after === null || after === '' ? 'emptied' : `“${shorten(after)}”`
  return before === null || before === '' ? next : `“${shorten(before)}” → ${next}`
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
