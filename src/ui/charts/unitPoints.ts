/** A point of a chart whose axes both run from 0 to 1. */
export type UnitPoint = readonly [x: number, y: number]

/** Where shares lie in px. */
export interface UnitPlace {
  width: number
  height: number
  x: (share: number) => number
  y: (share: number) => number
}

const margin = { left: 44, right: 14, top: 26, bottom: 40 } as const

export function unitPlace(width: number, height: number): UnitPlace {
  const [wide, tall] = [Math.max(1, width - margin.left - margin.right), Math.max(1, height - margin.top - margin.bottom)]
  return { width, height, x: (share) => margin.left + share * wide, y: (share) => margin.top + (1 - share) * tall }
}

/** SVG's path through the points; `steps` goes up or down only where the next point lies. */
export function unitPath(points: readonly UnitPoint[], { x, y }: UnitPlace, join: 'line' | 'steps'): string {
  return points
    .map(([px, py], i) => {
      const to = `${x(px).toFixed(1)} ${y(py).toFixed(1)}`
      if (i === 0) return `M${to}`
      return join === 'steps' ? `V${y(py).toFixed(1)}H${x(px).toFixed(1)}` : `L${to}`
    })
    .join('')
}

const mostDrawn = 400

/** A curve of 100,000 cases as the pixels can show it: the first and last points, and those that are apart. */
export function thinned(points: readonly UnitPoint[]): readonly UnitPoint[] {
  if (points.length <= mostDrawn) return points
  const apart = 2 / mostDrawn
  const kept: UnitPoint[] = []
  for (const [i, point] of points.entries()) {
    const last = kept.at(-1)
    const far = last === undefined || Math.abs(point[0] - last[0]) + Math.abs(point[1] - last[1]) >= apart
    if (far || i === points.length - 1) kept.push(point)
  }
  return kept
}
