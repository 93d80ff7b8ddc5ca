import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import { api, connectTo } from '@/adapters/mlflow/connection'
import type { MlflowOptions } from '@/adapters/mlflow/connection'
import type { HttpRequest } from '@/adapters/http'
import { failureOf } from './registry'
import type { RegistryFixture } from './registry'

/**
 * What any server that speaks MLflow's REST answers to what it must refuse: MLflow's own codes. It asks
 * below the port, because the adapter never sends most of these.
 */
export function mlflowRefusals(
  name: string,
  setup: () => { options: MlflowOptions; fixture: RegistryFixture } | Promise<{ options: MlflowOptions; fixture: RegistryFixture }>,
): void {
  const refused: readonly [string, (fixture: RegistryFixture) => HttpRequest, object][] = [
    ['an unknown model', ({ unknown }) => get('/registered-models/get', { name: unknown }), missing],
    ['an unknown version', ({ model }) => get('/model-versions/get', { name: model, version: '999999' }), missing],
    ['an unknown run', () => get('/runs/get', { run_id: 'no-such-run' }), missing],
    ['an alias to an unknown version', ({ writable }) => setAlias(writable.name, 'x', '999999'), missing],
    ['the reserved alias latest', ({ writable }) => setAlias(writable.name, 'latest', writable.versions[0]), invalid],
    ['the reserved alias v1', ({ writable }) => setAlias(writable.name, 'v1', writable.versions[0]), invalid],
    ['an alias with a space', ({ writable }) => setAlias(writable.name, 'a b', writable.versions[0]), invalid],
    ['OR in a filter', () => get('/registered-models/search', { filter: "name = 'a' OR name = 'b'" }), invalid],
    ['an unknown key in a filter', () => get('/registered-models/search', { filter: "owner = 'a'" }), invalid],
    ['a filter that is none', () => get('/model-versions/search', { filter: 'hello' }), invalid],
    ['too large a page', () => get('/registered-models/search', { max_results: 1001 }), invalid],
    ['a page token that is none', () => get('/registered-models/search', { page_token: 'x' }), invalid],
    [
      'a model that exists already',
      ({ model }) => ({ method: 'POST', path: `${api}/registered-models/create`, json: { name: model } }),
      { kind: 'rejected', status: 400, code: 'RESOURCE_ALREADY_EXISTS' },
    ],
    ['an address of its own that is none', () => get('/no/such/call', {}), { kind: 'not-found', status: 404 }],
  ]

  describe(`${name} refuses as MLflow does`, () => {
    it.each(refused)('%s', async (_, request, expected) => {
      const { options, fixture } = await setup()
      const { calls } = connectTo(options)
      expect(await failureOf(calls.json(z.unknown(), request(fixture)))).toMatchObject(expected)
    })
  })
}

const missing = { kind: 'not-found', status: 404, code: 'RESOURCE_DOES_NOT_EXIST' }
const invalid = { kind: 'rejected', status: 400, code: 'INVALID_PARAMETER_VALUE' }

function get(path: string, query: Record<string, string | number>): HttpRequest {
  return { method: 'GET', path: api + path, query }
}

function setAlias(name: string, alias: string, version: string): HttpRequest {
  return { method: 'POST', path: `${api}/registered-models/alias`, json: { name, alias, version } }
}
