import { describe, expect, it } from 'vitest'
import { dashboardLink } from './dashboardLink'
import { dashboardProblem } from './dashboards'

const url = 'https://grafana.example/d/abc/models?var-model={model}&var-version={version}&from={from}&to={to}'
const place = { model: 'fraud', version: '12', range: { kind: 'relative', preset: '24h' } } as const

describe('dashboardLink', () => {
  it.each([
    ['a range that moves on', place, 'https://grafana.example/d/abc/models?var-model=fraud&var-version=12&from=now-24h&to=now'],
    [
      'fixed times and all versions',
      { ...place, version: null, range: { kind: 'absolute', from: 1000, to: 2000 } } as const,
      'https://grafana.example/d/abc/models?var-model=fraud&var-version=&from=1000&to=2000',
    ],
    [
      'a name that would lead elsewhere',
      { ...place, model: 'a&orgId=2#/../{version}' },
      'https://grafana.example/d/abc/models?var-model=a%26orgId%3D2%23%2F..%2F%7Bversion%7D&var-version=12&from=now-24h&to=now',
    ],
  ])('of %s', (_, of, link) => {
    expect(dashboardLink({ url }, 'error_ratio', of)).toBe(link)
  })

  it('is that of the chart where it has one, and none where nothing is configured', () => {
    const charts = { error_ratio: 'https://grafana.example/d/errors' }
    expect(dashboardLink({ url, charts }, 'error_ratio', place)).toBe('https://grafana.example/d/errors')
    expect(dashboardLink({ charts }, 'latency_p95', place)).toBeNull()
    expect(dashboardLink({ url, charts }, 'constructor', place)).toContain('/d/abc/')
  })
})

const http = 'must be an http(s) address without user and password'
it.each([
  [url, null],
  ['http://localhost:3000/d/{model}', null],
  ['javascript:alert("{model}")', http],
  ['/d/abc', http],
  ['https://me:secret@grafana.example/', http],
  ['https://{model}.example/', 'may hold placeholders behind the host only'],
  ['https://grafana.example/?m={name}', 'holds {name}; known are {model}, {version}, {from}, {to}'],
])('dashboardProblem(%j) is %j', (template, problem) => {
  expect(dashboardProblem(template)).toBe(problem)
})
