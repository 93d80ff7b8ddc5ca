import { describe, expect, it } from 'vitest'
import type { ServedModel } from '@/domain/model'
import { metricNames } from './promql'
import { labelJoin } from './labelScope'
import type { MatchRule } from './matchRules'
import { operationQueries } from './operations/completeSignals'
import type { LabelScope } from './preset'
import { resolveSettings } from './settings'

function served(name: string, serving: string | null = null): ServedModel {
  return { ref: { source: 'mlflow', name }, serving }
}

function joinOf(scope: LabelScope, match: readonly MatchRule[] = [], preset = 'modeldeck') {
  return labelJoin(resolveSettings({ preset, labels: {}, match, queries: {}, registryIds: ['mlflow'] }), scope)
}

const fraud = served('Fraud Detector')

describe('what is asked for', () => {
  it.each<[string, LabelScope, readonly MatchRule[], ServedModel, string]>([
    ['the pods of a name and of its versions', 'pod', [], fraud, 'pod=~"(?:fraud-detector|fraud-detector-v.+)(?:-.+)?"'],
    ['deployments likewise', 'deployment', [{ workload: 'ml-${kebab(name)}' }], fraud, 'deployment=~"(?:ml-fraud-detector)(?:-.+)?"'],
    ['within the namespace of the rules', 'pod', [{ workload: '${kebab(name)}', namespace: 'models' }], fraud, 'pod=~"(?:fraud-detector)(?:-.+)?", namespace="models"'],
    ['by the tag of the model', 'pod', [{ workload: 'x-${name}', namespace: 'models' }], served('a', '{"workload":"risk.prod"}'), String.raw`pod=~"(?:risk\\.prod)(?:-.+)?"`],
    ['a tag that says nothing of it leaves the rules', 'pod', [{ workload: 'x-${name}' }], served('a', '{"model":"b"}'), 'pod=~"(?:x-a)(?:-.+)?"'],
    ['the store of a rule', 'cache', [{ cache: '${kebab(name)}:9121' }], fraud, 'instance="fraud-detector:9121"'],
    ['the store of a tag', 'cache', [], served('a', '{"cache":"shared:9121"}'), 'instance="shared:9121"'],
    ['the consumer group by both spellings', 'consumer', [], fraud, 'consumergroup=~"Fraud Detector|fraud-detector"'],
    ['the convention’s own label, whatever the runtime', 'convention', [], fraud, 'model="Fraud Detector"'],
  ])('%s', (_, scope, match, model, expected) => {
    const join = joinOf(scope, match, scope === 'convention' ? 'kserve' : 'modeldeck')
    expect(join.selectorOf(join.matcherOf([model]))).toBe(expected)
  })

  it('is nothing where no rule says which store is whose', () => {
    expect(joinOf('cache').matcherOf([fraud]).patterns).toEqual([])
  })

  it('keeps the rules for the model’s labels where a tag names its workload only', () => {
    const settings = resolveSettings({ preset: 'modeldeck', labels: {}, match: [{ model: 'p-${name}' }], queries: {}, registryIds: ['mlflow'] })
    const join = labelJoin(settings, undefined)
    expect(join.selectorOf(join.matcherOf([served('a', '{"workload":"w"}')]))).toBe('model="p-a"')
  })
})

describe('whose it is', () => {
  it.each<[string, string | null, readonly MatchRule[]]>([
    ['fraud-detector', 'mlflow/Fraud Detector@null', []],
    ['fraud-detector-v3', 'mlflow/Fraud Detector@3', []],
    ['fraud-detector-ui', null, []],
    ['prod-fraud-detector', 'mlflow/Fraud Detector@null', [{ workload: 'prod-${kebab(name)}' }]],
  ])('workload %s is of %s', (workload, expected, match) => {
    const found = joinOf('pod', match).matcherOf([fraud]).find({ workload })
    expect(found.map(({ ref, version }) => `${ref.source}/${ref.name}@${version}`)).toEqual(expected === null ? [] : [expected])
  })
})

describe('rules that name what a model runs on', () => {
  it.each<[MatchRule, string]>([
    [{ cache: 'shared:9121' }, 'match[0].cache'],
    [{ workload: '${upper(name)}' }, 'match[0].workload'],
  ])('%j is named', (rule, field) => {
    const { problems } = resolveSettings({ preset: 'modeldeck', labels: {}, match: [rule], queries: {}, registryIds: [] })
    expect(problems.map((problem) => problem.field)).toEqual([field])
  })

  it('a label that is no name is named', () => {
    const { problems, joinLabels } = resolveSettings({ preset: 'modeldeck', labels: { pod: 'a b' }, match: [], queries: {}, registryIds: [] })
    expect(problems.map(({ field }) => field)).toEqual(['labels.pod'])
    expect(joinLabels.pod).toBe('pod')
  })
})

describe('the workload that is read from a pod', () => {
  const pattern = new RegExp(`^(?:${/"\$label", "(.*?)"/.exec(operationQueries.cpu_cores.query)?.[1] ?? ''})$`)
  it.each([
    ['fraud-v3-6f9c7d5b8-x2lkq', 'fraud-v3'],
    ['fraud-58c6bd4f7d-q9wtz', 'fraud'],
    ['fraud-0', 'fraud'],
    ['fraud-predictor-74d9cf7c4-hxs8k', 'fraud'],
    ['fraud-predictor-default-00007-deployment-74d9cf7c4-hxs8k', 'fraud'],
    ['nightly-29384520-x2lkq', 'nightly'],
    ['fraud', 'fraud'],
    ['fraud-ui-6f9c7d5b8-lk9d2', 'fraud-ui'],
  ])('%s → %s', (pod, workload) => {
    expect(pattern.exec(pod)?.[1]).toBe(workload)
  })
})

it('names who exports each metric that is not the runtime’s', () => {
  for (const { exporter, query } of Object.values(operationQueries)) {
    expect(metricNames(query).length).toBeGreaterThan(0)
    expect(exporter).toMatch(/exports them/)
  }
})
