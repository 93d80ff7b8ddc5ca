import { expect, it } from 'vitest'
import type { SeriesSet } from '@/domain/series'
import { margin } from './geometry'
import { linePaths } from './linePaths'
import { prepareChart } from './prepare'

const ref = { source: 'mlflow', name: 'fraud' }
// 10 px a step, and values 0 to 10 are 100 px high.
const plot = { width: margin.left + margin.right + 30, height: margin.top + margin.bottom + 100, from: 0, to: 3 }
const x = (step: number) => margin.left + step * 10
const y = (value: number) => margin.top + 100 - value * 10

function paths(lines: Record<string, (number | null)[]>, options: { stacked?: boolean; bands?: boolean } = {}) {
  const of = (change: number): SeriesSet => ({
    unit: 'count',
    from: 0,
    to: 3,
    stepMs: 1,
    query: '',
    notes: [],
    series: Object.entries(lines).map(([version, values]) => ({
      subject: { ref, version, labels: {} },
      samples: values.map((value, at) => [at, value === null ? null : value + change] as const),
    })),
  })
  const layer = { set: of(0), ...(options.bands === true && { low: of(-1), high: of(1) }) }
  const chart = prepareChart({ layers: [layer], stacked: options.stacked ?? false })
  return linePaths({ ...chart, axis: { ...chart.axis, min: 0, max: 10 } }, plot)
}

it('a line breaks at a gap, and a value alone is a dot', () => {
  const [line] = paths({ '1': [1, 2, null, 4] })
  expect(line?.stroke).toBe(`M${x(0)},${y(1)}L${x(1)},${y(2)}`)
  expect(line?.dots).toEqual([{ x: x(3), y: y(4) }])
  expect([line?.area, line?.band]).toEqual(['', ''])
})

it('stacked lines stand on those before them; a gap holds nothing up', () => {
  const [lower, upper] = paths({ '1': [1, 2, null, null], '2': [3, 3, 3, null] }, { stacked: true })
  expect(lower?.area).toBe(`M${x(0)},${y(1)}L${x(1)},${y(2)}L${x(1)},${y(0)}L${x(0)},${y(0)}Z`)
  expect(upper?.stroke).toBe(`M${x(0)},${y(4)}L${x(1)},${y(5)}L${x(2)},${y(3)}`)
  expect(upper?.area).toBe(`${upper?.stroke}L${x(2)},${y(0)}L${x(1)},${y(2)}L${x(0)},${y(1)}Z`)
})

it('an interval is an area around its line', () => {
  const [line] = paths({ '1': [2, 3, null, null] }, { bands: true })
  expect(line?.band).toBe(`M${x(0)},${y(3)}L${x(1)},${y(4)}L${x(1)},${y(2)}L${x(0)},${y(1)}Z`)
})

it('nothing to draw is nothing', () => {
  expect(paths({ '1': [null, null] })).toEqual([{ stroke: '', area: '', band: '', dots: [] }])
  expect(paths({})).toEqual([])
})
