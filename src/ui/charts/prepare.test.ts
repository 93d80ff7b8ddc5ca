import { describe, expect, it } from 'vitest'
import type { Sample, SeriesSet } from '@/domain/series'
import type { Unit } from '@/domain/signal'
import { prepareChart } from './prepare'
import { readOut } from './readOut'
import { versionPlaces } from './seriesStyle'

const ref = { source: 'mlflow', name: 'fraud' }

function set(unit: Unit, lines: Record<string, (number | null)[]>, at = (i: number) => i * 10): SeriesSet {
  const series = Object.entries(lines).map(([version, values]) => ({
    subject: { ref, version: version === '' ? null : version, labels: {} },
    samples: values.map((value, i): Sample => [at(i), value]),
  }))
  const last = Math.max(...series.map(({ samples }) => samples.length)) - 1
  return { unit, from: 0, to: at(last), stepMs: 10, query: 'q', notes: [], series }
}

describe('prepareChart', () => {
  it('orders versions as numbers and makes the champion strongest', () => {
    const { lines } = prepareChart({ layers: [{ set: set('ms', { '10': [1], '9': [2] }) }], champion: '9' })
    expect(lines.map(({ label, champion, width }) => [label, champion, width])).toEqual([
      ['v9', true, 2.5],
      ['v10', false, 1.5],
    ])
  })

  it('keeps the colour of a version however many are shown', () => {
    const places = versionPlaces(['12', '13', '14'])
    const both = prepareChart({ layers: [{ set: set('ms', { '13': [1], '14': [2] }) }] }, places)
    const one = prepareChart({ layers: [{ set: set('ms', { '14': [2] }) }] }, places)
    expect(both.lines[1]?.color).toBe('var(--md-series-3)')
    expect(one.lines[0]?.color).toBe('var(--md-series-3)')
  })

  it('gives what is no version none of the colours that champion and challenger have on the page', () => {
    const { lines } = prepareChart({ layers: [{ set: set('ms', { '': [1] }) }] }, versionPlaces(['12', '13']))
    expect(lines[0]?.color).toBe('var(--md-series-3)')
  })

  it('dashes after six colours', () => {
    const versions = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [String(i + 1), [i]]))
    const { lines } = prepareChart({ layers: [{ set: set('ms', versions) }] })
    expect(new Set(lines.map(({ color, dash }) => `${color} ${dash}`)).size).toBe(8)
    expect(lines[5]?.dash).toBeUndefined()
    expect(lines[6]?.dash).toBeDefined()
  })

  it('tells measures of one version apart by dash, versions by colour', () => {
    const { lines } = prepareChart({
      layers: [
        { name: 'p50', set: set('ms', { '1': [1], '2': [1] }) },
        { name: 'p95', set: set('ms', { '1': [2], '2': [2] }) },
      ],
    })
    expect(lines.map(({ label }) => label)).toEqual(['v1 p50', 'v1 p95', 'v2 p50', 'v2 p95'])
    expect(lines[0]?.color).toBe(lines[1]?.color)
    expect(lines[0]?.dash).not.toBe(lines[1]?.dash)
    expect(lines[0]?.color).not.toBe(lines[2]?.color)
  })

  it('draws a bound dashed in the colour of what it bounds', () => {
    const layers = [
      { name: 'used', set: set('cores', { '13': [1] }) },
      { name: 'limit', bound: true, set: set('cores', { '13': [2] }) },
    ]
    const { lines } = prepareChart({ layers }, versionPlaces(['12', '13']))
    expect(lines.map(({ label, color, dash }) => [label, color, dash])).toEqual([
      ['v13 used', 'var(--md-series-2)', undefined],
      ['v13 limit', 'var(--md-series-2)', '6 3'],
    ])
  })

  it('makes a missing sample a gap, never a zero', () => {
    const sparse = set('ms', { '1': [1, 2, 3] }, (i) => (i < 2 ? i * 10 : 50))
    const { rows } = prepareChart({ layers: [{ set: sparse }] })
    expect(rows.map(({ at, values }) => [at, values[0]])).toEqual([
      [0, 1],
      [10, 2],
      [20, null],
      [50, 3],
    ])
  })

  it('draws at most about 500 points and keeps the spike and the gap', () => {
    const values: (number | null)[] = Array.from({ length: 5000 }, (_, i) => 10 + (i % 7))
    values[2222] = 999
    values[3333] = null
    const { rows } = prepareChart({ layers: [{ set: set('ms', { '1': values }) }] })
    expect(rows.length).toBeLessThanOrEqual(510)
    expect(rows.some((row) => row.values[0] === 999)).toBe(true)
    expect(rows.some((row) => row.values[0] === null)).toBe(true)
  })

  it('leaves hidden lines out of the scale', () => {
    const input = { layers: [{ set: set('ms', { '1': [10, 12], '2': [900, 950] }) }] }
    const id = prepareChart(input).lines[1]?.id ?? ''
    const chart = prepareChart(input, new Map(), new Set([id]))
    expect(chart.axis.max).toBeLessThan(50)
    expect(chart.rows[0]?.values).toEqual([10, null])
  })

  it('draws an earlier time dashed in the colour of today, outside of the stack', () => {
    const layers = [{ set: set('per_second', { '1': [90], '2': [90] }) }, { before: '24 h before', set: set('per_second', { '1': [120] }) }]
    const chart = prepareChart({ layers, champion: '1', stacked: true })
    expect(chart.lines.map(({ label, before, champion, color, dash }) => [label, before, champion, color, dash])).toEqual([
      ['v1', false, true, 'var(--md-series-1)', undefined],
      ['v1, 24 h before', true, false, 'var(--md-series-1)', '4 4'],
      ['v2', false, false, 'var(--md-series-2)', undefined],
    ])
    expect(chart.axis.max).toBe(200)
  })

  it('reads out no line that is off', () => {
    const input = { layers: [{ set: set('ms', { '1': [10], '2': [900] }) }] }
    const chart = prepareChart(input, new Map(), new Set([prepareChart(input).lines[0]?.id ?? '']))
    expect(readOut(chart, chart.rows[0], null)).toMatch(/: v2 900 ms$/)
  })

  it('scales stacked lines by their sum', () => {
    const chart = prepareChart({ layers: [{ set: set('per_second', { '1': [90], '2': [90] }) }], stacked: true })
    expect(chart.axis.max).toBeGreaterThanOrEqual(180)
  })

  it.each([
    [0.01, null],
    [0.9, 'above'],
  ])('draws the threshold %d to scale: beyond %s', (value, beyond) => {
    const chart = prepareChart({ layers: [{ set: set('ratio', { '1': [0.002, 0.04] }) }], thresholds: [{ value, label: 'SLO' }] })
    expect(chart.thresholds[0]?.beyond).toBe(beyond)
  })

  it('pairs intervals with their line and needs both ends', () => {
    const chart = prepareChart({
      layers: [{ set: set('score', { '1': [0.9, 0.8] }), low: set('score', { '1': [0.88, null] }), high: set('score', { '1': [0.92, 0.82] }) }],
    })
    expect(chart.rows.map(({ bands }) => bands[0])).toEqual([[0.88, 0.92], null])
  })

  it('keeps markers within the range and cuts spans to it', () => {
    const chart = prepareChart({
      layers: [{ set: set('ms', { '1': [1, 2, 3] }) }],
      markers: [
        { at: 15, label: 'b' },
        { at: 5, label: 'a' },
        { at: 99, label: 'later' },
      ],
      spans: [{ from: -50, to: 5, label: 'x' }],
    })
    expect(chart.markers.map(({ label }) => label)).toEqual(['a', 'b'])
    expect(chart.spans).toEqual([{ from: 0, to: 5, label: 'x' }])
  })

  it('survives an answer without series', () => {
    const chart = prepareChart({ layers: [{ set: { ...set('ms', { '1': [1] }), series: [] } }] })
    expect([chart.lines.length, chart.rows.length]).toEqual([0, 0])
    expect(readOut(chart, undefined, null)).toBe('No values in this range')
  })

  it('says a line in words', () => {
    const { lines } = prepareChart({ layers: [{ set: set('ms', { '': [70, 120, 84] }) }] })
    expect(lines[0]).toMatchObject({ label: 'fraud', words: 'Last 84 ms, between 70 ms and 120 ms.' })
  })
})
