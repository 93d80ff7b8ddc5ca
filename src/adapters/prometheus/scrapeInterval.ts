import { minuteMs, secondMs, type Clock, type EpochMs } from '@/domain/time'
import type { PrometheusApi } from './api'
import { parseValue } from './translate'

/** What is assumed where it cannot be measured; Grafana assumes the same. */
export const defaultScrapeMs = 15 * secondMs

const windowMs = 10 * minuteMs
/** How long a measure holds that no second one has borne out. */
const unsettledMs = 20 * secondMs
const usual: readonly number[] = [1, 2, 5, 10, 15, 20, 30, 60, 120, 300, 600]

/**
 * A template that counts the samples of a metric over ten minutes. Where the newest minute holds four or more, it
 * counts for all ten: a target that is younger than ten minutes, or was away, is not taken for a slow one.
 */
export function scrapeProbe(metric: string): string {
  const most = (window: string) => `max(count_over_time(${metric}{$selector}[${window}]))`
  return `10 * (${most('1m')} >= 4) or ${most('10m')}`
}

/**
 * The interval that put this many samples into ten minutes, rounded up to one that people configure:
 * a rate over too long a window is smooth, one over too short a window is empty.
 */
export function intervalOf(samples: number): number {
  const atLeast = (windowMs / secondMs / Math.max(samples, 1)) * 0.95
  return (usual.find((seconds) => seconds >= atLeast) ?? 600) * secondMs
}

/**
 * What rates look back on in a range: the same as Grafana's `$__rate_interval`. Four scrapes hold two
 * samples even if one was missed, and no increase between two steps is lost.
 */
export function rateWindowMs(stepMs: number, scrapeMs: number): number {
  return Math.max(stepMs + scrapeMs, 4 * scrapeMs)
}

/**
 * Measures the scrape interval, and again after ten minutes, or soon until two measures agree: targets younger than a
 * minute seem slower than they are, and their rates would be empty. What cannot be measured is the default and never an
 * error: the question itself will say more.
 */
export function createScrapeInterval(api: Pick<PrometheusApi, 'query'>, clock: Clock) {
  let measured: { intervalMs: number; at: EpochMs; settled: boolean } | null = null
  let measuring: Promise<number> | null = null

  async function measure(probe: string): Promise<number> {
    const at = clock.now()
    try {
      const { data } = await api.query(probe, at)
      const samples = data.resultType === 'vector' ? parseValue(data.result?.[0]?.value?.[1]) : null
      if (samples == null) return defaultScrapeMs
      const intervalMs = intervalOf(samples)
      measured = { intervalMs, at, settled: intervalMs === measured?.intervalMs }
      return intervalMs
    } catch {
      return defaultScrapeMs
    } finally {
      measuring = null
    }
  }

  // One question for all panels that start at once; none of them may abort it for the others.
  return (probe: string): Promise<number> => {
    if (measured && Math.abs(clock.now() - measured.at) < (measured.settled ? windowMs : unsettledMs)) return Promise.resolve(measured.intervalMs)
    measuring ??= measure(probe)
    return measuring
  }
}
