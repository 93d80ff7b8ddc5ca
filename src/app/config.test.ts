import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from './config'

const minimal = { sources: [{ id: 'mlflow', type: 'mlflow', url: '/proxy/mlflow' }] }

function problemsOf(value: unknown): string[] {
  try {
    parseConfig(typeof value === 'string' ? value : JSON.stringify(value))
  } catch (error) {
    if (error instanceof ConfigError) return error.problems.map((p) => `${p.path} ${p.message}`.trim())
    throw error
  }
  return []
}

describe('parseConfig', () => {
  it('takes what the contract shows', () => {
    expect(
      problemsOf({
        title: 'Modeldeck',
        demo: 'off',
        readOnly: false,
        sources: [
          { id: 'mlflow', type: 'mlflow', url: '/proxy/mlflow', aliases: { production: 'champion', candidate: 'challenger' } },
          {
            id: 'prometheus',
            type: 'prometheus',
            url: '/proxy/prometheus',
            preset: 'modeldeck',
            labels: { model: 'model', version: 'version' },
            match: [{ registry: 'mlflow', model: '${name}', version: '${version}' }],
            queries: {},
          },
          { id: 'alertmanager', type: 'alertmanager', url: '/proxy/alertmanager' },
        ],
        policy: {
          thresholds: { f1: { warn: 0.85, critical: 0.8, recover: 0.86, direction: 'below', for: '10m', minSamples: 200 } },
          gates: { no_regression: 'required' },
          slo: { availability: 0.999, latencyMs: 250, window: '30d' },
        },
      }),
    ).toEqual([])
  })

  it.each([
    ['an unknown key', { ...minimal, colour: 'red' }, ['colour is not a setting']],
    [
      'links that are none',
      { ...minimal, grafana: { url: '/d/abc', charts: { error_ratio: 'https://grafana.example/?m={name}', errors: 'https://grafana.example/' }, org: 1 } },
      ['grafana.url must be an http(s) address without user and password', 'grafana.charts.error_ratio holds {name}; known are {model}, {version}, {from}, {to}', 'grafana.org is not a setting'],
    ],
    ['a link for what is no chart', { ...minimal, grafana: { charts: { errors: 'https://grafana.example/' } } }, ['grafana.charts.errors is no signal; docs/signals.md lists them']],
    ['no sources', {}, ['sources is missing (array)']],
    ['a bad demo', { ...minimal, demo: 'on' }, ['demo must be "off" or "allowed" or "only"']],
    ['an unknown type', { sources: [{ id: 'a', type: 'sql', url: '/x' }] }, ['sources[0].type must be "mlflow", "prometheus" or "alertmanager"']],
    [
      'an address with a password',
      { sources: [{ id: 'a', type: 'mlflow', url: 'http://me:secret@host' }] },
      ['sources[0].url must be a path such as /proxy/mlflow or an http(s) address without user and password'],
    ],
    [
      'a script address',
      { sources: [{ id: 'a', type: 'mlflow', url: 'javascript:alert(1)' }] },
      ['sources[0].url must be a path such as /proxy/mlflow or an http(s) address without user and password'],
    ],
    [
      'a signal that is none',
      { sources: [{ id: 'p', type: 'prometheus', url: '/p', preset: 'nope', queries: { speed: 'up' } }] },
      ['sources[0].preset "nope" is not known; known: modeldeck, kserve, mlserver, seldon-v1, seldon-v2, triton, tf-serving, torchserve, bentoml, ray-serve, vllm, fastapi, flask, istio, knative, auto', expect.stringMatching(/^sources\[0\]\.queries\.speed is no signal; known: request_rate/)],
    ],
    [
      'a measure that is none',
      { sources: [{ id: 'm', type: 'mlflow', url: '/m', metricNames: { fl: ['my_f1'] } }] },
      [expect.stringMatching(/^sources\[0\]\.metricNames\.fl is no measure; known: f1/)],
    ],
    ['one id twice', { sources: [...minimal.sources, ...minimal.sources] }, ['sources[1].id "mlflow" is used twice']],
    [
      'several at once',
      { sources: [{ id: 'a', type: 'mlflow', url: 1, token: 'x' }] },
      ['sources[0].url must be string', 'sources[0].token is not a setting'],
    ],
    ['a gate level', { ...minimal, policy: { gates: { tests: 'maybe' } } }, ['policy.gates.tests must be "required" or "advisory" or "off"']],
    ['an SLO of 1', { ...minimal, policy: { slo: { availability: 1 } } }, ['policy.slo.availability must be below 1']],
  ])('names the path of %s', (_, value, expected) => {
    expect(problemsOf(value)).toEqual(expected)
  })

  it.each([
    ['a missing comma', '{\n  "sources": [] \n  "demo": "off"\n}', /^line 3, column 3 is not JSON/],
    ['a file cut short', '{\n "sources": [', /^line 2, column 14 is not JSON/],
    ['HTML', '<!doctype html>', /is HTML, not JSON: does config.json exist/],
  ])('names the line of %s', (_, body, expected) => {
    expect(problemsOf(body).join()).toMatch(expected)
  })
})
