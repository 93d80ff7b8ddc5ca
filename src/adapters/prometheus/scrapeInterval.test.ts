import { expect, it } from 'vitest'
import { intervalOf, rateWindowMs } from './scrapeInterval'

it.each([
  [41, 15],
  [40, 15],
  [601, 1],
  [600, 1],
  [121, 5],
  [31, 20],
  [21, 30],
  [20, 30],
  [11, 60],
  [10, 60],
  [3, 300],
  [2, 300],
  [1, 600],
  [0, 600],
])('%d samples in ten minutes are one every %d s', (samples, seconds) => {
  expect(intervalOf(samples)).toBe(seconds * 1000)
})

it.each([
  [15, 15, 60],
  [60, 15, 75],
  [3600, 60, 3660],
  [60, 60, 240],
])('a step of %d s and scrapes of %d s look back %d s', (step, scrape, window) => {
  expect(rateWindowMs(step * 1000, scrape * 1000)).toBe(window * 1000)
})
