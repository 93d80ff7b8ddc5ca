import { expect, it } from 'vitest'
import { placeVersions, type VersionPoint } from './versionPoints'

const plot = { width: 400, height: 200, metric: 'f1', thresholds: [{ value: 0.85, label: 'at risk' }] } as const
const point = (version: string, value: number | null, more: Partial<VersionPoint> = {}): VersionPoint => ({ version, value, ...more })

it('places higher values higher and leaves a missing one out', () => {
  const { points } = placeVersions([point('1', 0.8), point('2', null), point('3', 0.9)], plot)
  expect(points[1]?.y).toBeNull()
  expect(points[2]?.y).toBeLessThan(points[0]?.y ?? 0)
  expect(points[1]?.words).toBe('v2: no value')
})

it('says all that is known of a version', () => {
  const { points } = placeVersions(
    [point('12', 0.874, { interval: { low: 0.861, high: 0.887 }, samples: 1840, champion: true, promoted: 'promoted 3 Oct' })],
    plot,
  )
  expect(points[0]?.words).toBe('v12: 0.874, 95 % interval 0.861 to 0.887, n = 1840, champion, promoted 3 Oct')
})

it('names the champion and the newest where there is no room for all', () => {
  const many = Array.from({ length: 40 }, (_, i) => point(String(i + 1), 0.9, { champion: i === 20 }))
  const named = placeVersions(many, plot).points.filter(({ labelled }) => labelled)
  expect(named.map(({ point: { version } }) => version)).toEqual(expect.arrayContaining(['21', '40']))
  expect(named.length).toBeLessThan(12)
})

it('says when the threshold is beyond the scale', () => {
  expect(placeVersions([point('1', 0.2), point('2', 0.21)], { ...plot, thresholds: [{ value: 0.9, label: 'at risk' }] }).thresholds).toMatchObject([
    { text: 'at risk 0.900', beyond: 'above' },
  ])
})
