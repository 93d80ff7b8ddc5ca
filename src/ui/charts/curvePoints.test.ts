import { expect, it } from 'vitest'
import { placeCurve } from './curvePoints'

const point = (step: number, value: number | null) => ({ step, at: 0, value })

it('goes by step, with a gap where a value is no number', () => {
  const curve = placeCurve([point(0, 1), point(10, 0.5), point(20, null), point(100, 0.1)], 400, 200)
  expect(curve.path.match(/M/g)).toHaveLength(2)
  expect(curve.lonely.map(({ words }) => words)).toEqual(['step 100: 0.1000'])
  expect(curve.points[2]).toMatchObject({ y: null, words: 'step 20: not a number' })
  expect((curve.points[1]?.x ?? 0) - (curve.points[0]?.x ?? 0)).toBeCloseTo(((curve.points[3]?.x ?? 0) - (curve.points[0]?.x ?? 0)) / 10)
})

it('goes by order where all steps are the same', () => {
  const curve = placeCurve([point(0, 1), point(0, 0.5)], 400, 200)
  expect(curve.axis).toBe('logged')
  expect(curve.points[1]?.x).toBeGreaterThan(curve.points[0]?.x ?? Infinity)
})

it('draws no more than the screen shows', () => {
  expect(placeCurve(Array.from({ length: 20_000 }, (_, i) => point(i, Math.sin(i))), 400, 200).points.length).toBeLessThanOrEqual(500)
})
