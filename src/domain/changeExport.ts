import type { PlacedChange } from './change'
import { changeRecord } from './change'

const columns = [
  'source',
  'model',
  'version',
  'id',
  'at',
  'action',
  'status',
  'actor',
  'actorKind',
  'from',
  'to',
  'reason',
  'checks',
  'overrides',
  'endedBy',
  'endedAt',
] as const

/** Decisions as a table, header first: times in ISO, one cell for all checks and one for all overrides. */
export function changeRows(changes: readonly PlacedChange[]): string[][] {
  return [
    [...columns],
    ...changes.map((c) => [
      c.model.source,
      c.model.name,
      c.version,
      c.id,
      new Date(c.at).toISOString(),
      c.action,
      c.status,
      c.actor,
      c.actorKind,
      c.from ?? '',
      c.to,
      c.reason,
      c.checks.map(([name, verdict, value, limit]) => `${name}: ${verdict} (${value}; ${limit})`).join('\n'),
      c.overrides.join('\n'),
      c.endedBy?.name ?? '',
      c.endedBy ? new Date(c.endedBy.at).toISOString() : '',
    ]),
  ]
}

/**
 * RFC 4180. A cell that a spreadsheet would run as a formula gets an apostrophe in front, as OWASP
 * advises: https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')
}

function csvCell(text: string): string {
  const safe = /^\s*[=+\-@]|^[\t\r\n]/.test(text) ? `'${text}` : text
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Decisions as JSON: each record as its tag holds it, with the model and version that it stands on. */
export function toJson(changes: readonly PlacedChange[]): string {
  const rows = changes.map((c) => ({
    source: c.model.source,
    model: c.model.name,
    version: c.version,
    ...changeRecord(c),
  }))
  return JSON.stringify(rows, null, 2)
}
