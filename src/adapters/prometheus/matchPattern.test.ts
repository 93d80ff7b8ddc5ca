import { describe, expect, it } from 'vitest'
import { kebab, parseModelPattern, parseVersionPattern } from './matchPattern'

function model(text: string) {
  const pattern = parseModelPattern(text)
  if ('problem' in pattern) throw new Error(pattern.problem)
  return pattern
}

it.each([
  ['FraudDetector v2', 'fraud-detector-v2'],
  ['fraud_detector.v2', 'fraud-detector-v2'],
  ['  Fraud -- Detector! ', 'fraud-detector'],
  ['XGBoost', 'xgboost'],
  ['Überprüfung', 'überprüfung'],
])('kebab of %j is %j', (text, expected) => {
  expect(kebab(text)).toBe(expected)
})

describe('a template for models', () => {
  it.each([
    ['${name}', 'fraud', { literal: 'fraud' }],
    ['prod-${kebab(name)}', 'Fraud Detector', { literal: 'prod-fraud-detector' }],
    ['${ lower( name ) }', 'FRAUD', { literal: 'fraud' }],
    ['${lower(kebab(name))}', 'FraudDetector', { literal: 'fraud-detector' }],
    ['${name}-v${version}', 'a.b', { regex: String.raw`a\.b-v.+` }],
    ['always-this', 'fraud', { literal: 'always-this' }],
    ['/^(?<name>.+)-prod$/', 'fraud', null],
  ])('%s asks for %s by %j', (template, name, expected) => {
    expect(model(template).labelOf(name)).toEqual(expected)
  })

  it.each([
    ['${name}', 'fraud', { key: 'fraud', version: null }],
    ['prod-${name}', 'fraud', null],
    ['${name}-v${version}', 'fraud-v2-v13', { key: 'fraud-v2', version: '13' }],
    ['${name}\n', 'fraud\n', { key: 'fraud', version: null }],
    ['${name}', 'a\nb', { key: 'a\nb', version: null }],
    [String.raw`/^(?<name>.+)-v(?<version>\d+)$/`, 'fraud-v12', { key: 'fraud', version: '12' }],
    [String.raw`/^(?P<name>\w+)/`, 'fraud-x', { key: 'fraud', version: null }],
    ['/^fraud/', 'fraud-7', { key: null, version: null }],
  ])('%j reads %j', (template, value, expected) => {
    expect(model(template).read(value)).toEqual(expected)
  })

  it.each([
    ['${names}', /holds \$\{names\}; known are/],
    ['${upper(name)}', /holds \$\{upper\(name\)\}/],
    ['${name}${name}', /holds name twice/],
    ['${lower(version)}', /changes the version/],
    ['/(/', /is no regular expression/],
    ['/^(a+)+$/', /repeats a group/],
    ['/^(?:[a-z]*)*$/', /repeats a group/],
  ])('%s says what is wrong', (template, problem) => {
    expect(parseModelPattern(template)).toEqual({ problem: expect.stringMatching(problem) })
  })
})

describe('a template for versions', () => {
  it.each([
    ['${version}', '3', '3'],
    ['v${version}', 'v3', '3'],
    ['v${version}', '3', null],
    [String.raw`/^release-(?<version>\d+)-/`, 'release-12-abc', '12'],
    [String.raw`/^release-(?<version>\d+)-/`, 'latest', null],
  ])('%s reads %s as %s', (template, value, expected) => {
    const pattern = parseVersionPattern(template)
    expect('read' in pattern && pattern.read(value)).toBe(expected)
  })

  it.each([
    ['latest', /does not hold/],
    ['${name}-${version}', /belongs in "model"/],
    ['/v(\\d+)/', /has no group/],
    ['/(/', /is no regular expression/],
  ])('%s says what is wrong', (template, problem) => {
    expect(parseVersionPattern(template)).toEqual({ problem: expect.stringMatching(problem) })
  })
})
