import type { StoredSeries } from '@/demo/world/metricStore'

const scrapeMs = 15_000

/** A small generator of numbers in 0–1, the same on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

type Labels = Record<string, string>

/** Two hours of samples that are awkward on purpose: resets, gaps, late starts, NaN, infinities, contradicting buckets. */
export function awkwardSamples(end: number): StoredSeries[] {
  const next = randomNumbers(7)
  const series: StoredSeries[] = []
  const count = 480
  const add = (labels: Labels, value: (i: number) => number | null): void => {
    const samples: [number, number][] = []
    for (let i = 0; i <= count; i++) {
      const sample = value(i)
      if (sample !== null) samples.push([end - (count - i) * scrapeMs, sample])
    }
    series.push({ labels, samples })
  }
  for (const model of ['fraud', 'churn', 'freight "x"']) {
    for (const version of ['1', '2']) {
      for (const code of ['200', '404', '503']) {
        let total = 0
        const missing = next() < 0.3
        add({ __name__: 'requests_total', model, version, code }, (i) => {
          if (i === 200 + Number(version) * 30 && code !== '404') total = 0
          total += Math.floor(next() * (code === '200' ? 40 : 3))
          if (missing && i > 100 && i < 160) return null
          return version === '2' && i < 120 ? null : total
        })
      }
      const bounds = ['0.005', '0.05', '0.1', '0.25', '1', '2.5', '+Inf']
      const totals = bounds.map(() => 0)
      for (const [b, le] of bounds.entries()) {
        add({ __name__: 'duration_bucket', model, version, le }, (i) => {
          totals[b] = (totals[b] ?? 0) + (model === 'churn' && i > 300 ? 0 : Math.floor(next() * 4) + b * 2)
          return model === 'freight "x"' && version === '2' && b === bounds.length - 1 ? null : (totals[b] ?? 0)
        })
      }
      for (const metric of ['f1', 'recall']) {
        add({ __name__: 'quality', model, version, metric }, (i) => (i % 40 === 5 && model === 'churn' ? Number.NaN : 0.7 + next() * 0.3))
      }
      add({ __name__: 'quality_samples', model, version }, () => Math.floor(next() * 500))
    }
    add({ __name__: 'temperature', model }, (i) => (model === 'churn' && i === 470 ? Infinity : Math.sin(i / 20) * 30 - 5))
    add({ __name__: 'steady', model }, () => 4)
  }
  add({ __name__: 'owner_info', model: 'fraud', owner: 'ana' }, () => 1)
  add({ __name__: 'owner_info', model: 'churn', owner: 'ben' }, () => 1)
  add({ __name__: 'gone', model: 'fraud' }, (i) => (i < 440 ? i : null))
  return series
}
