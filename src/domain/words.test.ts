import { expect, test } from 'vitest'
import { dayMs, hourMs, minuteMs } from './time'
import { agoWords, countWords, daysWords, durationWords, latencyWords, percentWords, rateWords, scoreWords, versionWords } from './words'

test.each([
  [0, '0 s'],
  [59_999, '59 s'],
  [minuteMs, '1 min'],
  [hourMs - 1, '59 min'],
  [3 * hourMs, '3 h'],
  [47 * hourMs, '47 h'],
  [2 * dayMs, '2 d'],
  [41.9 * dayMs, '41 d'],
  [800 * dayMs, '2 y'],
])('%d ms lasts %s', (ms, words) => {
  expect(durationWords(ms)).toBe(words)
})

test.each([
  [0, 'just now'],
  [-59_000, 'just now'],
  [-3 * hourMs, '3 h ago'],
  [-41 * dayMs, '41 d ago'],
  [9 * dayMs, 'in 9 d'],
])('%d ms from now is %s', (offset, words) => {
  expect(agoWords(1e12 + offset, 1e12)).toBe(words)
})

test.each([
  [percentWords(0.0021), '0.21 %'],
  [percentWords(0.041), '4.1 %'],
  [percentWords(0.1249), '12 %'],
  [percentWords(0.996), '99.6 %'],
  [percentWords(1), '100 %'],
  [percentWords(0), '0 %'],
  [latencyWords(84.4), '84 ms'],
  [latencyWords(0.42), '0.42 ms'],
  [latencyWords(999.7), '1 s'],
  [latencyWords(1240), '1.2 s'],
  [scoreWords(0.905), '0.91'],
  [countWords(1840), '1,840'],
  [rateWords(1204), '1,204/s'],
  [rateWords(2.34), '2.3/s'],
  [rateWords(0.05), '3/min'],
  [rateWords(0.001), '3.6/h'],
  [rateWords(0), '0/h'],
  [versionWords('18'), 'v18'],
  [versionWords('2026-a'), '2026-a'],
  [daysWords(1), '1 day'],
  [daysWords(9), '9 days'],
])('%s', (words, expected) => {
  expect(words).toBe(expected)
})
