import { readFileSync } from 'node:fs'
import { getResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import { memoryStore } from '@/demo/promql/memoryStore'
import { prometheusHandlers } from '@/demo/servers/prometheus'
import { secondMs } from '@/domain/time'
import { fitting } from '@/adapters/prometheus/presetChoice'
import { loadPresets, presetNames } from '@/adapters/prometheus/presets'
import { parseExposition } from '@/testing/exposition'
import { recordedRuntimes, type RecordedRuntime } from '@/testing/runtimes'
import { agrees, askFigure, sourceOverRuntime, unchecked } from '@/testing/runtimeSetup'

const baseUrl = 'http://prometheus.test'
const now = 1_790_000_000_000
const scrapeMs = 15 * secondMs
const clock = { now: () => now }

function exposition({ preset }: Pick<RecordedRuntime, 'preset'>) {
  return parseExposition(readFileSync(new URL(`./recorded/${preset}.txt`, import.meta.url), 'utf8'))
}

/** A server that has scraped the exposition for twenty minutes, while its counters grew by it each second. */
function serverOf(runtime: RecordedRuntime) {
  const times = Array.from({ length: 80 }, (_, index) => now - (79 - index) * scrapeMs)
  const series = exposition(runtime).map(({ name, labels, value, counts }) => ({
    labels: { ...labels, __name__: name, job: runtime.preset, instance: 'localhost:8080' },
    samples: times.map((at, index) => [at, counts ? value * (1000 + (index * scrapeMs) / 1000) : value] as const),
  }))
  const handlers = prometheusHandlers({ metrics: memoryStore(series, scrapeMs), clock }, baseUrl)
  const answer: typeof fetch = async (input, init) => {
    const response = await getResponse(handlers, new Request(input, init))
    if (!response) throw new TypeError('Failed to fetch')
    return response
  }
  return answer
}

describe.each(recordedRuntimes)('preset $preset on what its runtime exposes', (runtime) => {
  const fetch = serverOf(runtime)
  const source = sourceOverRuntime(runtime, { baseUrl, clock, fetch })

  it.each(runtime.figures)('$signal of version $version', async (expected) => {
    const found = await askFigure(source, runtime, expected, 300_000)
    expect({ found, agrees: agrees(found, expected, 1e-6), expected: expected.value }).toMatchObject({ agrees: true })
  })

  it('answers what it supports, and nothing of it is unproven', async () => {
    await source.info()
    expect(await unchecked(source, runtime)).toEqual([])
  })

  it('has the metrics for all that it can do', async () => {
    const { capabilities, notes } = await source.info()
    expect(capabilities).toContain('signals')
    expect(notes.filter((note) => /No samples|not there/.test(note))).toEqual([])
  })

  it('is the one that fits, and the one that "auto" finds', async () => {
    const names = exposition(runtime).map(({ name }) => name)
    expect(fitting(await loadPresets(), names).map(({ name }) => name)).toEqual([runtime.preset])
    const auto = sourceOverRuntime(runtime, { baseUrl, clock, fetch, preset: 'auto' })
    expect((await auto.plan()).preset.name).toBe(runtime.preset)
    const [rate] = runtime.figures
    expect(rate && agrees(await askFigure(auto, runtime, rate, 300_000), rate, 1e-6)).toBe(true)
  })
})

it('has an exposition for each preset but the convention', () => {
  expect(recordedRuntimes.map(({ preset }) => preset).toSorted()).toEqual(presetNames.filter((name) => name !== 'modeldeck').toSorted())
})

describe('what a runtime cannot say is said', async () => {
  const presets = await loadPresets()
  it.each(presets.flatMap(({ name, signals }) => Object.entries(signals).map(([signal, entry]) => ({ name, signal, entry }))))(
    '$name, $signal',
    ({ entry }) => {
      const words = 'reason' in entry ? [entry.reason] : [entry.note, entry.modelNote].filter((note) => note !== undefined)
      for (const sentence of words) expect(sentence).toMatch(/^\S+ .*[\w)]\.$/)
    },
  )
})
