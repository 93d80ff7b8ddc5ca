import { describe, expect, it } from 'vitest'
import {
  durationText,
  escapeRegex,
  isLabelName,
  maxSelectedModels,
  metricNames,
  modelMatcher,
  quote,
  renderQuery,
  unknownPlaceholders,
} from './promql'

describe('quote', () => {
  it.each([
    ['fraud', '"fraud"'],
    ['', '""'],
    ['say "hi"', String.raw`"say \"hi\""`],
    [String.raw`C:\models`, String.raw`"C:\\models"`],
    ['two\nlines', String.raw`"two\nlines"`],
    ['"} or vector(1) #', String.raw`"\"} or vector(1) #"`],
    ['π 💳', '"π 💳"'],
  ])('%j is %s', (text, expected) => {
    expect(quote(text)).toBe(expected)
  })
})

describe('modelMatcher', () => {
  it.each([
    ['one name', [{ literal: 'fraud' }], 'model="fraud"'],
    ['a name with every special character', [{ literal: 'a.b|c' }], 'model="a.b|c"'],
    ['two names', [{ literal: 'fraud' }, { literal: 'a.b|c' }], String.raw`model=~"fraud|a\\.b\\|c"`],
    ['a pattern', [{ regex: 'fraud-v.+' }], 'model=~"fraud-v.+"'],
    ['whatever there is', null, 'model!=""'],
  ])('asks for %s', (_, patterns, expected) => {
    expect(modelMatcher('model', patterns)).toBe(expected)
  })

  it('asks for all where naming them would be longer', () => {
    const names = Array.from({ length: maxSelectedModels + 1 }, (_, index) => ({ literal: `m${index}` }))
    expect(modelMatcher('model', names.slice(1))).toMatch(/^model=~"m1\|m2\|/)
    expect(modelMatcher('model', names)).toBe('model!=""')
  })
})

it('escapes for RE2 what RE2 gives a meaning', () => {
  const special = String.raw`\.+*?()|[]{}^$`
  expect(new RegExp(`^${escapeRegex(special)}$`, 'u').test(special)).toBe(true)
})

it.each([
  [1, '1ms'],
  [15_000, '15s'],
  [90_000, '90s'],
  [300_000, '5m'],
  [7_200_000, '2h'],
  [86_400_000, '24h'],
  [0, '1ms'],
])('%d ms is %s', (ms, text) => {
  expect(durationText(ms)).toBe(text)
})

describe('renderQuery', () => {
  const labels = { model: 'model_name', version: 'rev' }
  const scope = { labels, by: 'version' as const, selector: 'model_name="$by $& $1"', windowMs: 60_000 }
  const template = 'sum by ($by) (rate(m{$selector, path=~"/v1$|x"}[$window])) + max by ($each) (g)'

  it('fills the placeholders once, and keeps a regular expression', () => {
    expect(renderQuery(template, scope)).toBe(
      'sum by (model_name, rev) (rate(m{model_name="$by $& $1", path=~"/v1$|x"}[1m])) + max by (model_name, rev) (g)',
    )
  })
  it('groups by model alone where that is asked or all there is', () => {
    expect(renderQuery('$by/$each', { ...scope, by: 'model' })).toBe('model_name/model_name, rev')
    expect(renderQuery('$by/$each', { ...scope, labels: { ...labels, version: null } })).toBe('model_name/model_name')
  })
  it('knows its placeholders', () => {
    expect(unknownPlaceholders(template)).toEqual([])
    expect(unknownPlaceholders('rate(x{$selector}[$__rate_interval]) $model')).toEqual(['$__rate_interval', '$model'])
  })
})

it.each([
  ['sum(rate(a_total{x="b{c}"}[5m])) / b:rate{} + a_total{}', ['a_total', 'b:rate']],
  [':tensorflow:serving:request_count{a="b"}', [':tensorflow:serving:request_count']],
  ['vector(1)', []],
])('%s selects from %j', (query, names) => {
  expect(metricNames(query)).toEqual(names)
})

it.each([
  ['model', true],
  ['_x9', true],
  ['9x', false],
  ['model name', false],
  ['a:b', false],
  ['model!="",x', false],
  ['', false],
])('%j as a label name: %s', (text, valid) => {
  expect(isLabelName(text)).toBe(valid)
})
