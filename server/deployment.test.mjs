import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { StartError, readDeployment } from './deployment.mjs'

const folder = mkdtempSync(join(tmpdir(), 'modeldeck-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** @param {string} text */
function configFile(text) {
  const file = join(folder, 'config.json')
  writeFileSync(file, text)
  return { MODELDECK_CONFIG: file }
}

it('is the demo when no source is named', () => {
  const { config, upstreams } = readDeployment({ MODELDECK_MLFLOW_URL: '' })
  expect(config).toEqual({ title: 'Modeldeck', demo: 'only', sources: [] })
  expect(upstreams.size).toBe(0)
})

it('makes a config of the sources named by the environment, without the demo', () => {
  const { config, upstreams, origins } = readDeployment({
    MODELDECK_MLFLOW_URL: 'http://registry:5000/',
    MODELDECK_PROMETHEUS_URL: 'https://metrics.example/select/0/prometheus',
  })
  expect(config).toEqual({
    title: 'Modeldeck',
    demo: 'off',
    sources: [
      { id: 'mlflow', type: 'mlflow', url: '/proxy/mlflow', webUrl: 'http://registry:5000' },
      { id: 'prometheus', type: 'prometheus', url: '/proxy/prometheus', preset: 'modeldeck' },
    ],
  })
  expect(upstreams.get('prometheus')?.base.href).toBe('https://metrics.example/select/0/prometheus')
  expect(origins).toEqual([])
})

it('serves the addresses below the base path', () => {
  const { config } = readDeployment({ MODELDECK_ALERTMANAGER_URL: 'http://alerts:9093' }, '/deck/')
  expect(config['sources']).toEqual([{ id: 'alertmanager', type: 'alertmanager', url: '/deck/proxy/alertmanager' }])
})

it.each([
  ['reader:p:w', 'Basic cmVhZGVyOnA6dw=='],
  ['Bearer abc.def', 'Bearer abc.def'],
])('adds the credentials %j as %j, and never to what the browser reads', (given, header) => {
  const { config, upstreams } = readDeployment({ MODELDECK_MLFLOW_URL: 'http://registry:5000', MODELDECK_MLFLOW_AUTH: given })
  expect(upstreams.get('mlflow')?.authorization).toBe(header)
  expect(JSON.stringify(config)).not.toContain(given)
})

it('takes a password in an address out of it', () => {
  const { config, upstreams } = readDeployment({ MODELDECK_MLFLOW_URL: 'http://reader:p%40w@registry:5000' })
  expect(upstreams.get('mlflow')).toMatchObject({ authorization: `Basic ${btoa('reader:p@w')}`, base: new URL('http://registry:5000') })
  expect(JSON.stringify(config)).not.toContain('p%40w')
})

it('forwards to the absolute addresses of a config file and leaves the rest of it as it is', () => {
  const file = {
    demo: 'allowed',
    policy: { slo: { availability: 0.999 } },
    sources: [
      { id: 'eu', type: 'mlflow', url: 'http://eu:5000', webUrl: 'https://mlflow.example' },
      { id: 'team-metrics', type: 'prometheus', url: '/proxy/team-metrics', preset: 'kserve' },
      { id: 'other', type: 'prometheus', url: '/elsewhere' },
    ],
  }
  const { config, upstreams, warnings } = readDeployment({
    ...configFile(JSON.stringify(file)),
    MODELDECK_TEAM_METRICS_URL: 'http://metrics:9090',
  })
  expect(config).toEqual({ ...file, sources: [{ ...file.sources[0], url: '/proxy/eu' }, ...file.sources.slice(1)] })
  expect([...upstreams].map(([id, { base }]) => [id, base.href])).toEqual([
    ['eu', 'http://eu:5000/'],
    ['team-metrics', 'http://metrics:9090/'],
  ])
  expect(warnings).toEqual([expect.stringContaining('MODELDECK_OTHER_URL')])
})

it('leaves absolute addresses to the browser when the proxy is off', () => {
  const { config, upstreams, origins } = readDeployment({ MODELDECK_MLFLOW_URL: 'http://registry:5000/ml', MODELDECK_PROXY: 'off' })
  expect(config['sources']).toEqual([{ id: 'mlflow', type: 'mlflow', url: 'http://registry:5000/ml' }])
  expect(upstreams.size).toBe(0)
  expect(origins).toEqual(['http://registry:5000'])
})

it.each([
  ['{\n  "sources": [\n    { "id": "mlflow", }\n  ]\n}', /config\.json:3:23 is not JSON \(line 3, column 23\)/],
  ['[]', /must be a JSON object/],
  ['{}', /sources must be an array/],
  ['{"sources":[{"id":"../x","url":"http://a"}]}', /sources\[0\]\.id/],
  ['{"sources":[{"id":"a","url":"http://a"},{"id":"a","url":"http://b"}]}', /sources\[1\]\.id "a" is used twice/],
  ['{"sources":[{"id":"a"}]}', /sources\[0\]\.url/],
  ['{"sources":[{"id":"a","url":"file:///etc/passwd"}]}', /not an http\(s\) address/],
])('does not start with %j', (text, message) => {
  expect(() => readDeployment(configFile(text))).toThrow(StartError)
  expect(() => readDeployment(configFile(text))).toThrow(message)
})

it('says which file is missing', () => {
  expect(() => readDeployment({ MODELDECK_CONFIG: '/nowhere/deck.json' })).toThrow(/MODELDECK_CONFIG: \/nowhere\/deck\.json cannot be read/)
})
