import { signalUnits, type SignalName, type Unit } from '@/domain/signal'
import type { Selection } from '@/ports/monitoring'
import type { Answer } from './api'
import type { LabelJoin } from './labelScope'
import type { Matcher } from './matching'
import type { SignalQuery } from './preset'
import { renderQuery, type ServingLabels } from './promql'
import type { ResolvedSettings } from './settings'
import { compareSubjects, joinRows } from './subjects'
import { toRows, type Grid, type Row } from './translate'
import type { QueryData } from './wire'

/** One signal, and how it is asked for. */
export interface Question {
  name: SignalName
  entry: SignalQuery
  by: Selection['by']
  matcher: Matcher
  /** The labels of the answer, and how models are found in them. */
  join: Pick<LabelJoin, 'labels' | 'label'>
  settings: Pick<ResolvedSettings, 'preset'>
}

/** What Prometheus has in seconds and we have in milliseconds. */
export const inSeconds: ReadonlySet<Unit> = new Set(['ms', 'duration'])

/** The text to send. */
export function textOf({ entry, by, join }: Pick<Question, 'entry' | 'by' | 'join'>, selector: string, windowMs: number): string {
  const template = by === 'model' ? (entry.modelQuery ?? entry.query) : entry.query
  return renderQuery(template, { ...join, by, selector, windowMs })
}

/** The answer joined to the models asked for, and the rows that belong to none of them. */
export function readAnswer(question: Question, answer: Answer<QueryData>, grid: Grid) {
  const { name, entry, by, matcher, settings, join } = question
  const { labels } = join
  const read = toRows(answer.data, grid, inSeconds.has(signalUnits[name]) ? 1000 : 1)
  const rows = withoutUnnamed(read.rows, labels, settings.preset?.noVersion ?? [])
  const joined = joinRows(rows, { matcher, labels, by, signal: entry })
  const notes = [
    ...answer.notes,
    ...read.notes,
    ...matcher.notes,
    ...joined.notes,
    ...(entry.note === undefined ? [] : [entry.note]),
    ...(by === 'model' && entry.modelNote !== undefined ? [entry.modelNote] : []),
    ...(by === 'version' && labels.version === null && entry.scope === undefined ? ['There is no version label: versions are not told apart.'] : []),
  ]
  const subjects = joined.subjects.toSorted(compareSubjects)
  return { subjects, notes, strangers: rows.filter((row) => matcher.find(row.labels).length === 0) }
}

/** Runtimes write `None` or `unknown` where they know no version: that names none. */
export function withoutUnnamed<T extends Pick<Row, 'labels'>>(rows: readonly T[], { version }: ServingLabels, noVersion: readonly string[]): readonly T[] {
  if (version === null || noVersion.length === 0) return rows
  return rows.map((row) => {
    const { [version]: value, ...labels } = row.labels
    return value !== undefined && noVersion.includes(value) ? { ...row, labels } : row
  })
}
