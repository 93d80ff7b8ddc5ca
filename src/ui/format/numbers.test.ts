import { describe, expect, it } from 'vitest'
import type { KnownMetric } from '@/domain/metric'
import type { Unit } from '@/domain/signal'
import { bytesText, fixed, measureText, metricText } from './numbers'

const plain = (text: string) => text.replaceAll('\u202f', ' ')

describe('measureText', () => {
  it.each<[number | null, Unit, string]>([
    [null, 'ms', '–'],
    [0.874, 'score', '0.874'],
    [1, 'score', '1.000'],
    [0, 'ratio', '0 %'],
    [0.0021, 'ratio', '0.21 %'],
    [0.041, 'ratio', '4.1 %'],
    [0.123, 'ratio', '12 %'],
    [0.09951, 'ratio', '10 %'],
    [1, 'ratio', '100 %'],
    [0.9997, 'ratio', '99.97 %'],
    [0.99999, 'ratio', '99.99 %'],
    [0.000001, 'ratio', '< 0.001 %'],
    [84.4, 'ms', '84 ms'],
    [0.42, 'ms', '0.42 ms'],
    [9.96, 'ms', '10 ms'],
    [999.4, 'ms', '999 ms'],
    [999.6, 'ms', '1.00 s'],
    [1240, 'ms', '1.24 s'],
    [74_000, 'ms', '74.0 s'],
    [212, 'per_second', '212 /s'],
    [1204, 'per_second', '1 204 /s'],
    [3.24, 'per_second', '3.2 /s'],
    [0.7, 'per_second', '42 /min'],
    [0.05, 'per_second', '3.0 /min'],
    [0.001, 'per_second', '3.6 /h'],
    [0, 'per_second', '0 /s'],
    [1_234_567, 'count', '1 234 567'],
    [2.5, 'count', '2.5'],
    [0.314, 'index', '0.31'],
    [0.043, 'cores', '0.043 cores'],
    [5.72, 'cores', '5.7 cores'],
    [8, 'cores', '8 cores'],
    [512 * 1024 ** 2, 'bytes', '512 MiB'],
    [0, 'bytes', '0 B'],
    [90_000, 'duration', '90 s'],
    [29 * 60_000, 'duration', '29 min'],
    [9.5 * 3_600_000, 'duration', '9.5 h'],
    [24 * 3_600_000, 'duration', '24 h'],
    [5 * 86_400_000, 'duration', '5 d'],
    [-0.001, 'index', '0.00'],
  ])('%s %s reads %s', (value, unit, text) => {
    expect(plain(measureText(value, unit))).toBe(text)
  })
})

describe('metricText', () => {
  it.each<[KnownMetric, number | null, string]>([
    ['f1', 0.8744, '0.874'],
    ['mae', 12.44, '12.4'],
    ['rmse', 0.0123, '0.0123'],
    ['rmse', 45_210.4, '45 210'],
    ['r2', -0.2, '−0.200'],
    ['f1', null, '–'],
  ])('%s %s reads %s', (metric, value, text) => {
    expect(plain(metricText(metric, value))).toBe(text)
  })
})

it.each([
  [null, '–'],
  [0, '0 B'],
  [1023, '1 023 B'],
  [1536, '1.5 KiB'],
  [1_048_576, '1.0 MiB'],
  [5e12, '4.5 TiB'],
  [5e16, '45 475 TiB'],
])('%s bytes read %s', (bytes, text) => {
  expect(plain(bytesText(bytes))).toBe(text)
})

it('never writes a negative zero', () => {
  expect(fixed(-0.0004, 3)).toBe('0.000')
})
