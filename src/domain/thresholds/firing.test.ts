import { describe, expect, it } from 'vitest'
import type { Sample } from '@/domain/series'
import { minuteMs } from '@/domain/time'
import { firings, type FiringRule } from './firing'

const step = 5 * minuteMs
const above: FiringRule = { limit: 10, side: 'above', recover: null, forMs: 0 }
const samplesOf = (values: readonly (number | null)[]): Sample[] => values.map((value, i) => [i * step, value])

/** `from..to`, in steps: `fired` where it is later, `~` where it was lost, `…` where it goes on; then the worst value. */
function written(values: readonly (number | null)[], rule: Partial<FiringRule>): string[] {
  return firings(samplesOf(values), { ...above, ...rule }, step).map(({ from, firedAt, to, end, worst }) => {
    const fired = firedAt === from ? '' : `(${firedAt / step})`
    return `${from / step}${fired}${end === 'lost' ? '~' : '..'}${to === null ? '…' : to / step} ${worst}`
  })
}

const gap = null

describe('an alert', () => {
  it.each<[string, readonly (number | null)[], Partial<FiringRule>, string[]]>([
    ['never fires within its limit', [1, 2, 9], {}, []],
    ['fires at the limit itself, where worse is above', [9, 10, 9, 9, 9], {}, ['1..2 10']],
    ['and not at it, where worse is below', [10, 9, 10, 10, 10], { side: 'below' }, ['1..2 9']],
    ['ends at the first value that is back', [9, 12, 15, 9, 9, 9, 9], {}, ['1..3 15']],
    ['fires still at the end', [9, 12, 15], {}, ['1..… 15']],
    ['is back at the end, though its ten minutes are not over', [9, 12, 9], {}, ['1..2 12']],
    ['waits for as long as `for` asks', [12, 12, 12, 9, 9, 9], { forMs: 10 * minuteMs }, ['0(2)..3 12']],
    ['does not fire on what is shorter', [12, 12, 9, 12, 12, 9], { forMs: 10 * minuteMs }, []],
    ['counts what was worst while it waited', [30, 12, 12, 9, 9, 9], { forMs: 10 * minuteMs }, ['0(2)..3 30']],
    ['cannot see what is shorter than a step', [9, 12, 9, 9, 9], { forMs: 2 * minuteMs }, ['1..2 12']],
    ['is one over a dip of less than ten minutes', [12, 9, 12, 9, 9, 9], {}, ['0..3 12']],
    ['is two over a longer dip', [12, 9, 9, 9, 12, 9, 9, 9], {}, ['0..1 12', '4..5 12']],
    ['holds between recover and its limit once it fired', [9, 12, 8, 8, 8, 6, 6, 6], { recover: 7 }, ['1..5 12']],
    ['does not begin there', [8, 9, 8, 9], { recover: 7 }, []],
    ['does not wait there', [12, 9, 12, 9, 12], { recover: 7, forMs: 10 * minuteMs }, []],
    ['below: holds between limit and recover', [12, 9, 10, 11, 12, 12, 12], { side: 'below', recover: 11 }, ['1..3 9']],
    ['a recover beyond the limit ends nothing sooner', [9, 12, 9, 9, 9], { recover: 20 }, ['1..2 12']],
  ])('%s', (_, values, rule, expected) => {
    expect(written(values, rule)).toEqual(expected)
  })
})

describe('a gap', () => {
  it.each<[string, readonly (number | null)[], Partial<FiringRule>, string[]]>([
    ['is no firing', [gap, gap, gap], {}, []],
    ['is no recovery when it is short', [12, gap, 12, 9, 9, 9], {}, ['0..3 12']],
    ['is no recovery either when it is long: the end is not known', [12, gap, gap, gap, 9], {}, ['0~0 12']],
    ['of a long one, firing again is another firing', [12, gap, gap, gap, 12, 9, 9, 9], {}, ['0~0 12', '4..5 12']],
    ['then a value that is back is a recovery', [12, gap, 9, 9, 9], {}, ['0..2 12']],
    ['ends the waiting', [12, 12, gap, 12, 12, 9], { forMs: 10 * minuteMs }, []],
    ['at the end leaves it firing', [12, 12, gap], {}, ['0..… 12']],
  ])('%s', (_, values, rule, expected) => {
    expect(written(values, rule)).toEqual(expected)
  })
})
