import { describe, expect, it } from 'vitest'
import { agrees, bucketOf, countedBetween, errorBounds, quantileBounds, quantileOf, rateBounds, readFigure, sampleOf, type Call } from './loadFigures'

const edges = [1, 2.5, 5, 10, 25, 50, 100]

/** A call each 100 ms, counted over a minute from 1 s on; `of` says how long the nth took the server, and its status. */
function calls(of: (n: number) => Partial<Pick<Call, 'serverMs' | 'status'>> = () => ({})): Call[] {
  return Array.from({ length: 700 }, (_, n) => {
    const { serverMs = 2, status = 200 } = of(n)
    const clientMs = serverMs + 0.4
    return { beganMs: n * 100, endedMs: n * 100 + clientMs, clientMs, serverMs, status, version: '1' }
  })
}

const scrapes = Array.from({ length: 60 }, (_, n) => ({ at: 1050 + n * 1000, tookMs: 20 }))
const counted = countedBetween(scrapes)

describe('what was counted', () => {
  it('lies between the first scrape and the last', () => {
    expect(counted).toEqual({ fromMs: [1050, 1070], toMs: [60_050, 60_070] })
    expect(countedBetween(scrapes, true).toMs).toEqual([59_050, 60_070])
    expect(() => countedBetween(scrapes.slice(0, 3))).toThrow('too few')
  })

  it('is uncertain of calls under way during a scrape only', () => {
    const all = calls((n) => ({ serverMs: n === 10 ? 60 : 2 }))
    const { certain, possible } = sampleOf(all, counted)
    expect(certain).toHaveLength(590)
    // It began at 1.000 s and ended at 1.0604 s.
    expect(possible.map(({ beganMs }) => beganMs)).toEqual([1000])
  })
})

describe('bounds of the rate', () => {
  const bounds = rateBounds(sampleOf(calls(), counted), counted, 61_000)
  it.each([
    ['the true rate', '10.0 /s', true],
    ['per minute', '600 /min', true],
    ['twice the rate', '20.0 /s', false],
    ['half', '5.0 /s', false],
    ['a tenth more', '11.0 /s', false],
  ])('%s: %s', (_, text, expected) => {
    expect(agrees(readFigure(text), bounds)).toBe(expected)
  })
})

describe('bounds of the error ratio', () => {
  // Of 59 calls 4 fail by the server's fault, 3 by the caller's.
  const failing = calls((n) => ({ status: n % 59 < 4 ? 500 : n % 59 < 7 ? 400 : 200 }))
  const bounds = errorBounds(sampleOf(failing, counted))
  it.each([
    ['of the server', '6.8 %', true],
    ['of the caller', '5.1 %', false],
    ['of both', '12 %', false],
    ['none', '0 %', false],
  ])('%s: %s', (_, text, expected) => {
    expect(agrees(readFigure(text), bounds)).toBe(expected)
  })
})

describe('bounds of a quantile', () => {
  // Nine of ten take 2 ms, eight of a hundred 12 ms, two 70 ms: in the mean 4.2 ms.
  const sample = sampleOf(calls((n) => ({ serverMs: n % 50 === 0 ? 70 : n % 25 < 2 ? 12 : 2 })), counted)
  it.each([
    [0.5, [1, 2.5]],
    [0.95, [10, 25]],
    [0.99, [50, 100]],
  ])('p%d is one bucket, where client and server are in the same', (quantile, bounds) => {
    expect(quantileBounds(sample, quantile, edges)).toEqual(bounds)
  })

  it('the mean is none of them', () => {
    for (const quantile of [0.5, 0.95, 0.99]) expect(agrees(readFigure('4.2 ms'), quantileBounds(sample, quantile, edges))).toBe(false)
  })

  it('reaches to the next bucket where the way to the client leads across', () => {
    const near = sampleOf(calls(() => ({ serverMs: 2.3 })), counted)
    expect(quantileBounds(near, 0.5, edges)).toEqual([1, 5])
  })

  it('says what calls at the edge can move', () => {
    const half = sampleOf(calls((n) => ({ serverMs: n < 305 ? 2 : 12 })), { fromMs: [1000, 2000], toMs: [59_000, 60_000] })
    expect(quantileBounds(half, 0.5, edges)).toEqual([1, 25])
  })
})

it.each([
  [0.5, 2],
  [0.51, 3],
  [0.75, 3],
  [0.95, 4],
  [0, 1],
])('the %d quantile of 1 to 4 is %d', (quantile, value) => {
  expect(quantileOf([1, 2, 3, 4], quantile)).toBe(value)
})

it.each([
  [0.4, [0, 1]],
  [1, [0, 1]],
  [1.01, [1, 2.5]],
  [100, [50, 100]],
  [101, [100, 100]],
])('%d ms is counted between %j', (value, bucket) => {
  expect(bucketOf(value, edges)).toEqual(bucket)
})

it.each([
  ['4.1 %', 0.0405, 0.0415],
  ['84 ms', 83.5, 84.5],
  ['1.24 s', 1235, 1245],
  ['1\u202f204 /s', 1203.5, 1204.5],
  ['42 /min', 41.5 / 60, 42.5 / 60],
  ['12.4 /s Request rate', 12.35, 12.45],
])('%s is %d to %d', (text, low, high) => {
  const [shownLow, shownHigh] = readFigure(text)
  expect(shownLow).toBeCloseTo(low, 9)
  expect(shownHigh).toBeCloseTo(high, 9)
})

it('what is no figure is said, not passed over', () => {
  expect(() => readFigure('–')).toThrow('no figure')
})
