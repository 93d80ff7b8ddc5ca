import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { SignalName } from '@/domain/signal'
import { minuteMs, type AskedRange } from '@/domain/time'
import type { ServedModel } from '@/domain/model'
import type { AlertExportOptions, LimitedModel } from '@/ports/alertExport'
import type { MonitoringSource, Selection } from '@/ports/monitoring'

export const monitoringKeys = {
  source: (source: string) => ['monitoring', source],
}

export function monitoringInfoQuery(monitoring: MonitoringSource) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'info'],
    queryFn: ({ signal }) => monitoring.info(signal),
  })
}

/** One figure per model or version, now or `offsetMs` ago. */
export function figuresQuery(
  monitoring: MonitoringSource,
  name: SignalName,
  selection: Selection,
  { windowMs, offsetMs = 0 }: { windowMs: number; offsetMs?: number },
) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'figures', name, keyOf(selection), windowMs, offsetMs],
    queryFn: ({ signal }) => monitoring.figures(name, selection, { windowMs, offsetMs }, signal),
  })
}

/** Of these signals, what the source has had no samples of, whatever the model. */
export function lackingQuery(monitoring: MonitoringSource, names: readonly SignalName[]) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'lacking', names],
    queryFn: ({ signal }) => monitoring.lacking(names, signal),
    staleTime: 5 * minuteMs,
  })
}

/**
 * One series per model or version. The key holds the range as asked (`24h`), never an instant: the
 * adapter resolves "now". While another range loads, the last one stays on screen.
 */
export function seriesQuery(
  monitoring: MonitoringSource,
  name: SignalName,
  selection: Selection,
  range: AskedRange,
  maxPoints = 300,
) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'series', name, keyOf(selection), range, maxPoints],
    queryFn: ({ signal }) => monitoring.series(name, selection, range, maxPoints, signal),
    placeholderData: keepPreviousData,
  })
}

/** How each signal is asked for. */
export function planQuery(monitoring: MonitoringSource) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'plan'],
    queryFn: ({ signal }) => monitoring.plan(signal),
  })
}

/** A signal by another template, asked each time anew: what was typed is not worth keeping. */
export function previewQuery(
  monitoring: MonitoringSource,
  name: SignalName,
  query: string,
  selection: Selection,
  { windowMs }: { windowMs: number },
) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'preview', name, query, keyOf(selection), windowMs],
    queryFn: ({ signal }) => monitoring.preview(name, query, selection, { windowMs, offsetMs: 0 }, signal),
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

/** Limits as files. Written anew for other limits only: the time in them is when they were asked for. */
export function alertExportQuery(monitoring: MonitoringSource, limited: readonly LimitedModel[], options: AlertExportOptions) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'alert-export', limited, options.by],
    queryFn: ({ signal }) => monitoring.exportAlerts(limited, options, signal),
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })
}

export function unmatchedQuery(monitoring: MonitoringSource, known: readonly ServedModel[]) {
  return queryOptions({
    queryKey: [...monitoringKeys.source(monitoring.id), 'unmatched', known],
    queryFn: ({ signal }) => monitoring.listUnmatched(known, signal),
  })
}

function keyOf({ models, by }: Selection) {
  return [by, models.map(({ ref, serving }) => [ref.source, ref.name, serving])]
}
