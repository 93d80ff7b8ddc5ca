import type { Subject } from '@/domain/series'
import type { Matcher } from './matching'
import type { SignalQuery } from './preset'
import type { ServingLabels } from './promql'
import type { Row } from './translate'

/** The values of one subject, on the grid of the rows that they came from. */
export interface SubjectValues {
  subject: Subject
  values: (number | null)[]
}

export interface Joined {
  subjects: SubjectValues[]
  /** What a reader must know of the join, in words. */
  notes: string[]
}

export interface JoinOptions {
  matcher: Matcher
  labels: ServingLabels
  by: 'model' | 'version'
  signal: Pick<SignalQuery, 'keep' | 'combine' | 'longest'>
}

/** Gives each row to the models that claim it, and makes one line of the rows of one subject. */
export function joinRows(rows: readonly Row[], { matcher, labels, by, signal }: JoinOptions): Joined {
  const found = new Map<string, { subject: Subject; rows: Row[] }>()
  const ambiguous = new Map<string, string>()
  const unread = new Set<string>()
  let anonymous = 0

  for (const row of rows) {
    if (row.labels[labels.model] === undefined) anonymous += 1
    const matches = matcher.find(row.labels)
    if (matches.length > 1) {
      const names = matches.map(({ ref }) => `${ref.source}/${ref.name}`).join(' and ')
      ambiguous.set(`${labels.model}="${row.labels[labels.model]}"`, names)
    }
    for (const { ref, version, unreadVersion } of matches) {
      const kept: Record<string, string> = {}
      for (const name of signal.keep ?? []) if (row.labels[name]) kept[name] = row.labels[name]
      if (by === 'version' && unreadVersion !== null && labels.version !== null) {
        unread.add(unreadVersion)
        kept[labels.version] = unreadVersion
      }
      const subject: Subject = { ref, version: by === 'version' ? version : null, labels: kept }
      const key = JSON.stringify([ref.source, ref.name, subject.version, kept])
      const known = found.get(key)
      if (known) known.rows.push(row)
      else found.set(key, { subject, rows: [row] })
    }
  }

  const combined = [...found.values()].map(({ subject, rows }) => ({ subject, values: combine(rows, signal.combine) }))
  const merged = [...found.values()].some((entry) => entry.rows.length > 1)
  const { subjects, windows } = keepLongest(combined, signal.longest)
  const notes = [
    ...[...ambiguous].map(([label, names]) => `${label} belongs to ${names}: each shows all of it.`),
    ...(unread.size === 0 ? [] : [`The match rule reads no version from ${list(unread)}.`]),
    ...(anonymous === 0 ? [] : [`${anonymous} rows have no label ${labels.model}, so they belong to no model.`]),
    ...(merged && signal.combine !== 'sum' ? ['Several label values belong to one model: the worst of them is shown.'] : []),
    ...(windows.size < 2 ? [] : [`Measured over ${list(windows)}: the longest is shown.`]),
  ]
  return { subjects, notes }
}

const natural = new Intl.Collator('en', { numeric: true })

/** By registry and name, then by version (9 before 10), then by what else tells them apart: servers have no order. */
export function compareSubjects(a: SubjectValues, b: SubjectValues): number {
  const [left, right] = [a, b].map(({ subject: { ref, version, labels } }) => [
    ref.source,
    ref.name,
    version ?? '',
    ...Object.values(labels),
  ])
  return (left ?? []).reduce((order, text, index) => order || natural.compare(text, right?.[index] ?? ''), 0)
}

/** Step by step, over the rows that have a value there. */
function combine(rows: readonly Row[], how: SignalQuery['combine']): (number | null)[] {
  const [first, ...others] = rows
  if (!first) return []
  const pick = { sum: (a: number, b: number) => a + b, max: Math.max, min: Math.min }[how]
  return first.values.map((value, index) =>
    others.reduce<number | null>((result, row) => {
      const next = row.values[index] ?? null
      if (result === null || next === null) return result ?? next
      return pick(result, next)
    }, value),
  )
}

/** Of the subjects that differ in one label only, the one whose duration is longest and has values. */
function keepLongest(all: readonly SubjectValues[], label: string | undefined) {
  const windows = new Set<string>()
  if (label === undefined) return { subjects: [...all], windows }
  const best = new Map<string, SubjectValues>()
  for (const candidate of all) {
    const { ref, version, labels } = candidate.subject
    const { [label]: window = '', ...others } = labels
    if (window !== '') windows.add(window)
    const key = JSON.stringify([ref.source, ref.name, version, others])
    const known = best.get(key)
    if (!known || rank(candidate, label) > rank(known, label)) best.set(key, candidate)
  }
  return { subjects: [...best.values()], windows }
}

const unitSeconds: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 }

/** Seconds of `24h`, `1h30m`; -1 where there is no value to show, 0 for what is no duration. */
function rank({ subject, values }: SubjectValues, label: string): number {
  if (values.every((value) => value === null)) return -1
  const parts = [...(subject.labels[label] ?? '').matchAll(/(\d+)([smhdwy])/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * (unitSeconds[unit ?? ''] ?? 0), 0)
}

function list(texts: Iterable<string>): string {
  return [...texts].toSorted().slice(0, 5).join(', ')
}
