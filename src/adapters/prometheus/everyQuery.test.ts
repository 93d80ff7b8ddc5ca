import { parser } from '@prometheus-io/lezer-promql'
import { describe, expect, it } from 'vitest'
import { signalNames } from '@/domain/signal'
import { hostileName } from '@/testing/monitoringData'
import { everyQuery } from './everyQuery'
import { completeSignals } from './operations/completeSignals'
import { loadPresets, presetNames } from './presets'

const presets = await loadPresets()

it('knows the presets by the names that config.json may give', () => {
  expect(presets.map(({ name }) => name).toSorted()).toEqual([...presetNames].toSorted())
})

describe.each(presets)('every query of $name', (preset) => {
  const queries = everyQuery(preset, { models: ['fraud', hostileName], windowMs: 300_000 })

  it.each(queries)('$name is PromQL', ({ text }) => {
    const errors: string[] = []
    parser.parse(text).iterate({
      enter: (node) => {
        if (node.type.isError) errors.push(text.slice(node.from, node.to + 10))
      },
    })
    expect(errors).toEqual([])
    // A part of label_replace's replacement is no placeholder.
    expect(text.replaceAll('"$1"', '')).not.toContain('$')
  })

  it('is there for each signal that is supported, once', () => {
    const signals = completeSignals(preset.signals)
    const supported = signalNames.filter((name) => !('reason' in signals[name]))
    const long = supported.filter((name) => queries.some((query) => query.name.startsWith(`${name} by`) && query.name.endsWith('long range')))
    expect(queries).toHaveLength(1 + (supported.length + long.length) * 6)
    expect(long).toContain(supported.includes('error_ratio') ? 'error_ratio' : 'latency_mean')
    expect(new Set(queries.map(({ name }) => name)).size).toBe(queries.length)
  })
})
