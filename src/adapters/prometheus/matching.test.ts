import { describe, expect, it } from 'vitest'
import type { ServedModel } from '@/domain/model'
import { createMatcher } from './matching'
import { compileRules, compileTag, type MatchRule } from './matchRules'

const labels = { model: 'model', version: 'version' }

function served(name: string, serving: string | null = null, source = 'mlflow'): ServedModel {
  return { ref: { source, name }, serving }
}

function matcherOf(models: readonly ServedModel[], match: readonly MatchRule[] = []) {
  return createMatcher(models, compileRules(match, ['mlflow', 'other']).rules, labels)
}

function found(matcher: ReturnType<typeof matcherOf>, model: string, version?: string) {
  const row: Record<string, string> = version === undefined ? { model } : { model, version }
  return matcher.find(row).map((match) => `${match.ref.source}/${match.ref.name}@${match.version}`)
}

describe('without rules', () => {
  const matcher = matcherOf([served('fraud'), served('churn')])
  it.each([
    ['fraud', '3', ['mlflow/fraud@3']],
    ['fraud', undefined, ['mlflow/fraud@null']],
    ['fraud', '', ['mlflow/fraud@null']],
    ['Fraud', '3', []],
    ['', '3', []],
  ])('%s version %s belongs to %j', (model, version, expected) => {
    expect(found(matcher, model, version)).toEqual(expected)
  })
  it('asks for the names themselves', () => {
    expect(matcher.patterns).toEqual([{ literal: 'fraud' }, { literal: 'churn' }])
  })
  it('leaves rows without the label alone', () => {
    expect(matcher.find({ version: '3' })).toEqual([])
  })
})

describe('with rules', () => {
  it.each<[string, MatchRule, string, string | undefined, string[]]>([
    ['kebab', { model: '${kebab(name)}' }, 'fraud-detector', '3', ['mlflow/Fraud Detector@3']],
    ['a version inside the name', { model: '${kebab(name)}-v${version}' }, 'fraud-detector-v12', undefined, ['mlflow/Fraud Detector@12']],
    ['a version written otherwise', { model: '${kebab(name)}', version: 'v${version}' }, 'fraud-detector', 'v3', ['mlflow/Fraud Detector@3']],
    ['a version that cannot be read', { model: '${kebab(name)}', version: 'v${version}' }, 'fraud-detector', 'latest', ['mlflow/Fraud Detector@null']],
    ['a regular expression', { model: '/^prod_(?<name>.+)$/' }, 'prod_Fraud Detector', '3', ['mlflow/Fraud Detector@3']],
    ['another registry', { registry: 'other', model: '${kebab(name)}' }, 'fraud-detector', '3', []],
  ])('%s', (_, rule, model, version, expected) => {
    expect(found(matcherOf([served('Fraud Detector')], [rule]), model, version)).toEqual(expected)
  })

  it('keeps the value of a version that cannot be read', () => {
    const matcher = matcherOf([served('fraud')], [{ version: 'v${version}' }])
    expect(matcher.find({ model: 'fraud', version: 'latest' })).toMatchObject([{ version: null, unreadVersion: 'latest' }])
  })

  it('takes the first rule that fits a model, and a model only once', () => {
    const matcher = matcherOf([served('fraud')], [{ version: 'v${version}' }, { version: 'r${version}' }])
    expect(found(matcher, 'fraud', 'v3')).toEqual(['mlflow/fraud@3'])
    expect(matcher.patterns).toEqual([{ literal: 'fraud' }])
  })

  it('gives labels that two models claim to both, wherever they are asked from', () => {
    const both = [served('Fraud Detector'), served('fraud_detector')]
    const rules = [{ model: '${kebab(name)}' }]
    expect(found(matcherOf(both, rules), 'fraud-detector', '1')).toHaveLength(2)
    expect(found(matcherOf(both.slice(1), rules), 'fraud-detector', '1')).toEqual(['mlflow/fraud_detector@1'])
  })

  it('tells registries apart', () => {
    const models = [served('fraud'), served('fraud', null, 'other')]
    const rules = [{ registry: 'mlflow', model: 'a-${name}' }, { registry: 'other', model: 'b-${name}' }]
    expect(found(matcherOf(models, rules), 'b-fraud', '1')).toEqual(['other/fraud@1'])
  })

  it('asks for all where a regular expression does not say the label', () => {
    expect(matcherOf([served('fraud')], [{ model: '/^x-(?<name>.+)$/' }]).patterns).toBeNull()
  })
})

describe("a model's own tag", () => {
  it.each([
    ['a name', '{"model":"risk"}', 'risk', '4', ['mlflow/fraud@4']],
    ['a template', '{"model":"prod-${name}","version":"v${version}"}', 'prod-fraud', 'v4', ['mlflow/fraud@4']],
    ['a regular expression', '{"model":"/^risk-(?<version>\\\\d+)$/"}', 'risk-4', undefined, ['mlflow/fraud@4']],
    ['a template with the version', '{"model":"risk_${version}"}', 'risk_4', undefined, ['mlflow/fraud@4']],
    ['overrides the rules', '{"model":"risk"}', 'fraud', '4', []],
  ])('%s', (_, tag, model, version, expected) => {
    expect(found(matcherOf([served('fraud', tag), served('churn')]), model, version)).toEqual(expected)
  })

  it.each([
    ['{', 'is not JSON'],
    ['[]', 'may hold'],
    ['{"model":1}', 'may hold'],
    ['{"model":"${x}"}', 'holds'],
    ['{"where":"x"}', 'may hold'],
  ])('that says %s is named, and the rules decide', (tag, words) => {
    const matcher = matcherOf([served('fraud', tag)])
    expect(matcher.notes).toEqual([expect.stringContaining(words)])
    expect(found(matcher, 'fraud', '1')).toEqual(['mlflow/fraud@1'])
    expect(compileTag(tag)).toHaveProperty('message')
  })
})

it('names the rules of config.json that cannot be read', () => {
  const { rules, problems } = compileRules(
    [{ registry: 'gone' }, { model: '${x}' }, { version: 'latest' }, { model: 'constant' }, { model: 'ok-${name}' }],
    ['mlflow'],
  )
  expect(rules).toHaveLength(1)
  expect(problems.map(({ field }) => field)).toEqual([
    'match[0].registry',
    'match[1].model',
    'match[2].version',
    'match[3].model',
  ])
})

it('joins 10,000 models and their labels at once', () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `model-${index}`)
  const tagged = names.map((name, index) => served(name, index % 2 === 0 ? `{"model":"tagged-${index}"}` : null))
  const matcher = matcherOf(tagged)
  const start = performance.now()
  const hits = names.filter((_, index) => found(matcher, index % 2 === 0 ? `tagged-${index}` : `model-${index}`).length === 1)
  expect(hits).toHaveLength(10_000)
  expect(performance.now() - start).toBeLessThan(2000)
})
