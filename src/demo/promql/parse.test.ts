import { describe, expect, it } from 'vitest'
import { parsePromql } from './parse'

describe('precedence', () => {
  it.each([
    ['a + b offset 5m', { kind: 'binary', left: { offsetMs: 0 }, right: { offsetMs: 300_000 } }],
    ['a + rate(b[5m]) @ 10'.replace('rate(b[5m])', 'b'), { kind: 'binary', left: { at: null }, right: { at: 10_000 } }],
    ['-a offset 5m', { kind: 'unary', expr: { kind: 'selector', offsetMs: 300_000 } }],
    ['-1 ^ 2', { kind: 'unary', expr: { kind: 'binary', op: '^' } }],
    ['2 ^ 3 ^ 2', { kind: 'binary', left: { value: 2 }, right: { op: '^' } }],
    ['a or b and c', { op: 'or', right: { op: 'and' } }],
    ['sum(a) without (x)', { kind: 'aggregate', without: true, labels: ['x'] }],
    ['avg_over_time(a[1h:5m] offset 1d)', { args: [{ kind: 'subquery', rangeMs: 3_600_000, stepMs: 300_000, offsetMs: 86_400_000 }] }],
    ['a * on (m) group_left (o) b', { matching: { on: true, labels: ['m'], group: 'left', include: ['o'] } }],
    ['a{b="x\\"\\u00e9"}', { matchers: [{ name: '__name__', op: '=', value: 'a' }, { name: 'b', op: '=', value: 'x"é' }] }],
  ])('%s', (text, shape) => {
    expect(parsePromql(text)).toMatchObject(shape)
  })
})

// The whole list is compared with a real server in e2e/live.
describe('what is refused', () => {
  it.each([
    ['', '1:1: parse error: no expression found in input'],
    ['sum(', '1:5: parse error: unclosed left parenthesis'],
    ['holt_winters(a[5m], 0.1, 0.1)', '1:1: parse error: unknown function with name "holt_winters"'],
    ['rate(a)', '1:6: parse error: expected type range vector in call to function "rate", got instant vector'],
    ['sum(\n  rate(a)\n)', '2:8: parse error: expected type range vector in call to function "rate", got instant vector'],
    ['a{b="c"', '1:8: parse error: unexpected end of input inside braces'],
    ['{}', '1:1: parse error: vector selector must contain at least one non-empty matcher'],
    ['1 > 2', '1:3: parse error: comparisons between scalars must use BOOL modifier'],
    ['a{b=~"(?=x)"}', '1:3: parse error: error parsing regexp: invalid or unsupported Perl syntax: `(?=`'],
    ['a fill (0) + b', '1:3: parse error: unexpected identifier "fill"'],
    ['{"a"}', '1:2: parse error: unexpected string "\\"a\\"" in label matching, expected identifier or "}"'],
  ])('%j', (text, words) => {
    expect(() => parsePromql(text)).toThrow(words)
  })
})
