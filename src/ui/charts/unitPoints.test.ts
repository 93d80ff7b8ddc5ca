import { describe, expect, it } from 'vitest'
import { thinned, unitPath, unitPlace, type UnitPoint } from './unitPoints'

const place = unitPlace(158, 166)

describe('shares in px', () => {
  it('run to the right and upwards', () => {
    expect([place.x(0), place.x(1), place.y(0), place.y(1)]).toEqual([44, 144, 126, 26])
  })

  it.each([
    ['line', 'M44.0 126.0L94.0 26.0L144.0 26.0'],
    ['steps', 'M44.0 126.0V26.0H94.0V26.0H144.0'],
  ] as const)('joined by %s', (join, path) => {
    expect(unitPath([[0, 0], [0.5, 1], [1, 1]], place, join)).toBe(path)
  })

  it('a long curve is thinned and keeps both ends', () => {
    const points = Array.from({ length: 50_000 }, (_, i): UnitPoint => [i / 49_999, Math.sqrt(i / 49_999)])
    const drawn = thinned(points)
    expect(drawn.length).toBeLessThan(450)
    expect([drawn[0], drawn.at(-1)]).toEqual([[0, 0], [1, 1]])
    expect(thinned(points.slice(0, 10))).toHaveLength(10)
  })
})
