import { describe, expect, it } from 'vitest'
import type { ServiceSpan } from '@/domain/timeline'
import { dayMs } from '@/domain/time'
import { serviceStrip } from './serviceStrip'

const now = 100 * dayMs
const day = (at: number) => `day ${at / dayMs}`
const span = (said: Partial<ServiceSpan>): ServiceSpan => ({ version: '1', from: 0, to: null, known: true, note: null, ...said })

describe('serviceStrip', () => {
  it('gives each span its share of the time', () => {
    const { pieces } = serviceStrip([span({ to: 75 * dayMs }), span({ version: '2', from: 75 * dayMs })], now, day)
    expect(pieces.map(({ version, share, current }) => [version, share, current])).toEqual([
      ['1', 0.75, false],
      ['2', 0.25, true],
    ])
  })

  it('gives no share to what has no known beginning', () => {
    const { pieces } = serviceStrip([span({ from: null, to: 50 * dayMs, known: false }), span({ version: '2', from: 50 * dayMs })], now, day)
    expect(pieces.map(({ share }) => share)).toEqual([0, 1])
  })

  it('keeps the newest and counts the rest', () => {
    const spans = Array.from({ length: 14 }, (_, index) => span({ version: String(index), from: index * dayMs, to: (index + 1) * dayMs }))
    const { pieces, earlier } = serviceStrip(spans, now, day)
    expect([pieces[0]?.version, pieces.length, earlier]).toEqual(['4', 10, 4])
  })

  it.each([
    [span({ from: 59 * dayMs }), 'v1 serves production since day 59 (41 d).'],
    [span({ to: 10 * dayMs }), 'v1 served production from day 0 to day 10 (10 d).'],
    [
      span({ from: null, known: false, note: 'No record says when version 1 went into production.' }),
      'v1 serves production. No record says when version 1 went into production.',
    ],
    [
      span({ to: 10 * dayMs, known: false, note: 'Version 1 was replaced without a record.' }),
      'v1 served production at most until day 10, since day 0 at the earliest. Version 1 was replaced without a record.',
    ],
  ])('says what is known and what is not', (one, sentence) => {
    expect(serviceStrip([one], now, day).pieces[0]?.sentence).toBe(sentence)
  })
})
