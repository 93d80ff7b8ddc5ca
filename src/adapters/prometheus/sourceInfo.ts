import type { Capability, SourceInfo } from '@/domain/capability'
import type { SignalName } from '@/domain/signal'
import { dayMs, type EpochMs } from '@/domain/time'
import { SourceError } from '@/ports/sourceError'
import type { PrometheusApi } from './api'
import { isNotOffered } from './errors'
import { presetNotes } from './presetNotes'
import { loadPresets } from './presets'
import type { ChosenSettings } from './presetChoice'
import { metricNames } from './promql'
import type { ResolvedSettings } from './settings'
import type { BuildInfo } from './wire'

/** Who answers, by what it says of its build. */
export function productOf(build: BuildInfo): { product: string; version: string | null } {
  const version = build.version ?? null
  if (build.application !== undefined) return { product: build.application, version }
  // VictoriaMetrics says nothing, or a Prometheus version that it is compatible with.
  if (build.revision === undefined && build.goVersion === undefined) {
    return { product: 'VictoriaMetrics', version: null }
  }
  return { product: version?.startsWith('0.') ? 'Thanos' : 'Prometheus', version }
}

const groups: readonly { capability: Capability; signals: readonly SignalName[] }[] = [
  { capability: 'signals', signals: ['request_rate', 'error_ratio', 'latency_p50', 'latency_p95', 'latency_mean', 'in_flight'] },
  {
    capability: 'quality-signals',
    signals: ['quality_accuracy', 'quality_precision', 'quality_recall', 'quality_f1'],
  },
  { capability: 'drift-signals', signals: ['drift'] },
]

/** What the server is, and which signals it has the metrics for. */
export async function describeSource(
  id: string,
  api: PrometheusApi,
  settings: ChosenSettings,
  now: EpochMs,
  signal?: AbortSignal,
): Promise<SourceInfo> {
  const names = namesBySignal(settings)
  const asked = [...new Set([...names.values()].flat())]
  // Without the file of the other presets, what fits better cannot be said; all else can.
  const presets = await loadPresets().catch(() => [])
  const marks = presets.flatMap((preset) => preset.marks)
  const [buildInfo, listed] = await Promise.all([
    api.buildInfo(signal).catch(refused),
    api.existing([...new Set([...asked, ...marks])], now - dayMs, now, signal).catch(refused),
  ])
  // Both kept back: nothing says that anything is let through.
  if (buildInfo instanceof SourceError && buildInfo.kind === 'denied' && listed instanceof SourceError) throw buildInfo
  const build = buildInfo instanceof SourceError ? null : buildInfo
  const existing = listed instanceof SourceError ? null : listed
  const { product, version } = build === null ? { product: 'Prometheus', version: null } : productOf(build)
  const optional = settings.preset?.optional ?? []
  const found = (name: string) => existing === null || existing.includes(name)
  const answers = (needed: readonly string[]) =>
    needed.some(found) && needed.every((metric) => found(metric) || optional.includes(metric))
  const capabilities = groups
    .filter(({ signals }) => signals.some((name) => answers(names.get(name) ?? [])))
    .map(({ capability }) => capability)
  const perVersion: Capability[] =
    settings.labels.version !== null && capabilities.length > 0 ? ['per-version-signals'] : []
  const missing = asked.filter((name) => !found(name) && !optional.includes(name)).toSorted()
  return {
    id,
    type: 'prometheus',
    product,
    version,
    capabilities: [...capabilities, ...perVersion],
    notes: [
      ...settings.problems.map(({ field, message }) => `config.json, ${field}: ${message}.`),
      ...presetNotes(settings, presets, existing),
      ...(buildInfo instanceof SourceError && buildInfo.kind === 'denied' ? ['It is not let through to ask which server and version this is (GET /api/v1/status/buildinfo).'] : []),
      ...(existing === null ? ['The server does not list its metric names: what exists is not known.'] : []),
      ...(missing.length === 0 ? [] : [`No samples in the last 24 hours of ${missing.join(', ')}.`]),
    ],
  }
}

/** The metrics that each supported signal needs; none for an override whose names cannot be read. */
function namesBySignal({ signals }: ResolvedSettings): Map<SignalName, string[]> {
  const names = new Map<SignalName, string[]>()
  for (const { signals: group } of groups) {
    for (const name of group) {
      const entry = signals[name]
      if (entry !== undefined && !('reason' in entry)) names.set(name, metricNames(entry.query))
    }
  }
  return names
}

/** What is not offered stands in place of the answer. */
function refused(error: unknown): SourceError {
  if (isNotOffered(error)) return error
  throw error
}
