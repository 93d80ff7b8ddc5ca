import { describe, expect, it, test } from 'vitest'
import { compareAlerts, holds, severityOf, severityWeight, summaryOf, type Alert, type Labels } from './alert'
import { alertsOf, joinAlerts } from './join'
import { mergeAlerts } from './merge'
import { covers, matcherText } from './silence'

function anAlert(labels: Labels, change: Partial<Alert> = {}): Alert {
  return {
    name: labels['alertname'] ?? 'A',
    state: 'firing',
    severity: severityOf(labels),
    since: 1000,
    labels,
    annotations: {},
    value: null,
    silencedBy: [],
    inhibitions: 0,
    sources: ['prometheus'],
    graphUrl: null,
    ...change,
  }
}

function fromManager(own: Labels, change: Partial<Alert> = {}): Alert {
  return anAlert(own, { sources: ['alertmanager'], ...change })
}

function ref(name: string) {
  return { source: 'mlflow', name }
}

test.each([
  [{}, null, 1],
  [{ severity: '' }, null, 1],
  [{ severity: 'Critical' }, 'critical', 2],
  [{ severity: 'page' }, 'critical', 2],
  [{ severity: 'ticket' }, 'warning', 1],
  [{ severity: 'P2' }, 'p2', 1],
  [{ severity: 'info' }, 'info', 0],
  [{ severity: 'none' }, 'none', 0],
])('the severity of %j', (labels: Labels, severity, weight) => {
  expect(severityOf(labels)).toBe(severity)
  expect(severityWeight(severity)).toBe(weight)
})

test.each([
  [{ summary: 'a', description: 'b' }, 'a'],
  [{ summary: ' ', description: 'b' }, 'b'],
  [{ message: 'c' }, 'c'],
  [{ runbook_url: 'x' }, null],
])('the summary of %j', (annotations: Labels, expected) => {
  expect(summaryOf(annotations)).toBe(expected)
})

test('what needs a person comes first', () => {
  const alerts = [
    anAlert({ alertname: 'silenced', severity: 'critical' }, { state: 'suppressed' }),
    anAlert({ alertname: 'pending', severity: 'critical' }, { state: 'pending' }),
    anAlert({ alertname: 'older', severity: 'warning' }, { since: 1 }),
    anAlert({ alertname: 'newer', severity: 'warning' }, { since: 2 }),
    anAlert({ alertname: 'informs', severity: 'info' }, { since: 3 }),
    anAlert({ alertname: 'worst', severity: 'critical' }, { since: null }),
  ]
  expect(alerts.toSorted(compareAlerts).map(({ name }) => name)).toEqual(['worst', 'newer', 'older', 'informs', 'pending', 'silenced'])
  expect(alerts.filter((alert) => !holds(alert)).map(({ name }) => name)).toEqual(['pending'])
})

describe('two sources that know one alert', () => {
  const labels = { alertname: 'A', model: 'm' }

  it.each<[string, Labels, Labels, number]>([
    ['the same labels', labels, labels, 1],
    ['external labels', { ...labels, cluster: 'eu' }, labels, 1],
    ['labels dropped on the way', { alertname: 'A' }, labels, 1],
    ['another value', { ...labels, model: 'n' }, labels, 2],
    ['another name', { ...labels, alertname: 'B' }, labels, 2],
  ])('%s', (_, manager, prometheus, count) => {
    expect(mergeAlerts([[fromManager(manager)], [anAlert(prometheus)]])).toHaveLength(count)
  })

  it('are one: the first’s labels, the earlier time, every id, what only one knows', () => {
    const silenced = fromManager({ ...labels, cluster: 'eu' }, { state: 'suppressed', since: 5000, silencedBy: ['s'], annotations: { summary: 'new' }, graphUrl: 'http://p/graph' })
    const raised = anAlert(labels, { value: 0.04, annotations: { summary: 'old', runbook_url: 'r' } })
    expect(mergeAlerts([[silenced], [raised]])).toEqual([
      { ...silenced, since: 1000, value: 0.04, annotations: { summary: 'new', runbook_url: 'r' }, sources: ['alertmanager', 'prometheus'] },
    ])
  })

  it('fires where one says pending again and the other still fires', () => {
    const pending = anAlert(labels, { state: 'pending', since: null })
    expect(mergeAlerts([[fromManager(labels)], [pending]])[0]).toMatchObject({ state: 'firing', since: 1000 })
  })

  it('takes the nearest of several', () => {
    const wide = fromManager({ ...labels, cluster: 'eu' })
    const narrow = fromManager({ ...labels, version: '3', cluster: 'eu' })
    const merged = mergeAlerts([[narrow, wide], [anAlert(labels), anAlert({ ...labels, version: '3' })]])
    expect(merged.map(({ labels: own, sources }) => [own['version'], sources.length])).toEqual([['3', 2], [undefined, 2]])
  })

  it('never makes one of two that a source tells apart', () => {
    expect(mergeAlerts([[anAlert(labels), anAlert({ ...labels, version: '3' })]])).toHaveLength(2)
    expect(mergeAlerts([[], [anAlert(labels), anAlert({ ...labels, version: '3' })]])).toHaveLength(2)
  })

  it('stays quick with thousands', () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ alertname: `A${index % 50}`, model: `m${index}` }))
    const started = performance.now()
    expect(mergeAlerts([many.map((own) => fromManager({ ...own, cluster: 'eu' })), many.map((own) => anAlert(own))])).toHaveLength(2000)
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

/** By the labels `model` and `version`. */
function find(labels: Labels) {
  return labels['model'] === undefined ? [] : [{ ref: ref(labels['model']), version: labels['version'] ?? null }]
}

describe('alerts and models', () => {
  it('are joined as the source reads labels that knows the alert, once each', () => {
    const alert = anAlert({ alertname: 'A', model: 'm', version: '3' }, { sources: ['a', 'b'] })
    const foreign = anAlert({ alertname: 'A', model: 'm' }, { sources: ['c'] })
    const joined = joinAlerts([alert, foreign], new Map([['a', find], ['b', find]]))
    expect(joined.map(({ subjects }) => subjects)).toEqual([[{ ref: ref('m'), version: '3' }], []])
    expect(alertsOf(joined, ref('m'))).toEqual([{ ...alert, version: '3' }])
    expect(alertsOf(joined, { source: 'other', name: 'm' })).toEqual([])
  })
})

test.each([
  [{ name: 'a', value: 'b', isRegex: false, isEqual: true }, 'a="b"'],
  [{ name: 'a', value: 'b', isRegex: false, isEqual: false }, 'a!="b"'],
  [{ name: 'a', value: 'b.*', isRegex: true, isEqual: true }, 'a=~"b.*"'],
  [{ name: 'a', value: 'x"\\', isRegex: true, isEqual: false }, 'a!~"x\\"\\\\"'],
])('the matcher %j', (matcher, text) => {
  expect(matcherText(matcher)).toBe(text)
})

test.each<[Labels, boolean]>([
  [{}, true],
  [{ model: 'm' }, true],
  [{ model: 'm', version: '3' }, false],
  [{ model: 'm', version: '' }, true],
])('a silence of %j', (matchers, covered) => {
  expect(covers(matchers, { alertname: 'A', model: 'm' })).toBe(covered)
})
