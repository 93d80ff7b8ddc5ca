import { describe, expect, it } from 'vitest'
import type { StoredSeries } from '@/demo/world/metricStore'
import type { SignalName } from '@/domain/signal'
import { dayMs, hourMs, minuteMs } from '@/domain/time'
import type { MonitoringSource } from '@/ports/monitoring'

const end = Date.UTC(2026, 0, 15, 12)
const scrapeMs = minuteMs
const start = end - 31 * dayMs
/** Between this scrape and the one before it, everything went wrong; a minute later all was well again. */
const spikeAt = end - 13 * dayMs - 77 * minuteMs

/** The clock of the spike's data. */
export const spikeClock = { now: () => end }

/** What a scrape finds: in a good minute, in the bad one. */
const counters: readonly (readonly [labels: Readonly<Record<string, string>>, good: number, bad: number])[] = [
  [{ __name__: 'model_requests_total', code: '200' }, 119.9, 60],
  [{ __name__: 'model_requests_total', code: '500' }, 0.1, 60],
  [{ __name__: 'model_request_duration_seconds_bucket', le: '0.1' }, 120, 0],
  [{ __name__: 'model_request_duration_seconds_bucket', le: '1' }, 120, 0],
  [{ __name__: 'model_request_duration_seconds_bucket', le: '2.5' }, 120, 120],
  [{ __name__: 'model_request_duration_seconds_bucket', le: '+Inf' }, 120, 120],
]
const gauges: readonly (readonly [labels: Readonly<Record<string, string>>, good: number, bad: number])[] = [
  [{ __name__: 'model_requests_in_progress' }, 2, 40],
  [{ __name__: 'model_quality', metric: 'f1', window: '7d' }, 0.9, 0.4],
  [{ __name__: 'model_quality_samples', window: '7d' }, 500, 500],
  [{ __name__: 'model_drift', feature: 'amount', stat: 'psi' }, 0.05, 0.6],
]

/** A month of one model, scraped once a minute, that was bad for one scrape. */
export function spikeSeries(): StoredSeries[] {
  const times = Array.from({ length: (end - start) / scrapeMs + 1 }, (_, index) => start + index * scrapeMs)
  const made = (labels: Readonly<Record<string, string>>, values: (at: number) => number): StoredSeries => ({
    labels: { model: 'fraud', version: '1', ...labels },
    samples: times.map((at) => [at, values(at)] as const),
  })
  return [
    ...counters.map(([labels, good, bad]) =>
      made(labels, (at) => 1000 + ((at - start) / scrapeMs) * good + (at >= spikeAt ? bad - good : 0)),
    ),
    ...gauges.map(([labels, good, bad]) => made(labels, (at) => (at === spikeAt ? bad : good))),
  ]
}

const models = [{ ref: { source: 'mlflow', name: 'fraud' }, serving: null }]
const month = { kind: 'relative', preset: '30d' } as const

/** Which extreme of a month must show what one scrape of 44,641 found; `usual`: what the other points are near to. */
const spikes: readonly { signal: SignalName; extreme: 'max' | 'min'; from: number; to: number; usual: number; note: string }[] = [
  // 60 of 600 requests in five minutes, or of 720 in the six that a rate looks back on.
  { signal: 'error_ratio', extreme: 'max', from: 0.08, to: 0.15, usual: 0.0008, note: 'worst 5 min of the 2 h' },
  { signal: 'latency_p95', extreme: 'max', from: 1000, to: 2500, usual: 95, note: 'worst 5 min of the 2 h' },
  { signal: 'latency_p99', extreme: 'max', from: 1000, to: 2500, usual: 99, note: 'worst 5 min of the 2 h' },
  { signal: 'in_flight', extreme: 'max', from: 40, to: 40, usual: 2, note: 'highest value of the 2 h' },
  { signal: 'drift', extreme: 'max', from: 0.6, to: 0.6, usual: 0.05, note: 'highest value of the 2 h' },
  { signal: 'quality_f1', extreme: 'min', from: 0.4, to: 0.4, usual: 0.9, note: 'lowest value of the 2 h' },
]

/** A spike of one scrape is seen in a chart of a month. `source` answers from `spikeSeries` by `spikeClock`. */
export function spikeContract(name: string, source: () => MonitoringSource): void {
  describe(`${name} over a month, with one bad scrape`, () => {
    it.each(spikes)('$signal shows it', async ({ signal, extreme, from, to, usual, note }) => {
      for (const by of ['version', 'model'] as const) {
        const answer = await source().series(signal, { models, by }, month, 400)
        expect(answer.stepMs).toBe(2 * hourMs)
        expect(answer.notes.join(' ')).toContain(note)
        const samples = answer.series.flatMap((series) => series.samples)
        expect(samples.length).toBeLessThanOrEqual(400)
        const known = samples.flatMap(([at, value]) => (value === null ? [] : [{ at, value }]))
        const sorted = known.toSorted((a, b) => (extreme === 'max' ? b.value - a.value : a.value - b.value))
        const [worst] = sorted
        expect(worst?.value).toBeGreaterThanOrEqual(from)
        expect(worst?.value).toBeLessThanOrEqual(to)
        // The point whose two hours hold it.
        expect((worst?.at ?? 0) - spikeAt).toBeGreaterThanOrEqual(0)
        expect((worst?.at ?? 0) - spikeAt).toBeLessThanOrEqual(2 * hourMs + 6 * minuteMs)
        expect(sorted[Math.floor(sorted.length / 2)]?.value).toBeCloseTo(usual, signal === 'error_ratio' ? 3 : 0)
      }
    })

    it('request_rate counts every request once', async () => {
      const answer = await source().series('request_rate', { models, by: 'model' }, month, 400)
      expect(answer.notes).toContain('Each point is the mean of the 2 h before it.')
      for (const [, value] of answer.series[0]?.samples ?? []) expect(value).toBeCloseTo(2, 1)
    })
  })
}
