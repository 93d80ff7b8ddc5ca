import { getResponse } from 'msw'
import { describe, expect, test } from 'vitest'
import type { PersonaId } from '@/demo/world/personas'
import { createWorld } from '@/demo/world/world'
import { mlflowHandlers } from './mlflow'

const now = Date.UTC(2026, 2, 3, 10)
const json = { 'Content-Type': 'application/json' }

function server(persona: PersonaId = 'owner', base = 'http://demo.test/mlflow') {
  const world = createWorld({ seed: 'test', now, realNow: () => now })
  world.setPersona(persona)
  const handlers = mlflowHandlers(world, base)
  const call = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body), headers: json }
    const response = await getResponse(handlers, new Request(`http://demo.test/mlflow${path}`, init))
    if (response === undefined) throw new Error(`unanswered: ${path}`)
    return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
  }
  return { world, call, api: (method: string, path: string, body?: unknown) => call(method, `/api/2.0/mlflow/${path}`, body) }
}

describe('paging', () => {
  test.each([1, 7, 24, 100])('pages of %i give every model once, in order', async (size) => {
    const { api } = server()
    const names: string[] = []
    let token: string | undefined = ''
    for (let pages = 0; token !== undefined && pages < 40; pages++) {
      const { text } = await api('GET', `registered-models/search?max_results=${size}&page_token=${token}`)
      const page: { registered_models?: { name: string }[]; next_page_token?: string } = JSON.parse(text)
      names.push(...(page.registered_models ?? []).map((model) => model.name))
      token = page.next_page_token === undefined ? undefined : encodeURIComponent(page.next_page_token)
    }
    expect(names).toHaveLength(24)
    expect(names).toEqual([...new Set(names)].toSorted((a, b) => (a < b ? -1 : 1)))
  })
})

describe('prompts', () => {
  test.each([
    ['', false],
    ["tags.`mlflow.prompt.is_prompt` = 'true'", true],
    ["name = 'claims-summary-prompt'", false],
  ])('a search for "%s" shows them: %s', async (filter, shown) => {
    const { text } = await server().api('GET', `registered-models/search?filter=${encodeURIComponent(filter)}`)
    expect(text.includes('claims-summary-prompt')).toBe(shown)
  })
})

describe('who may do what', () => {
  const writes = [
    ['EDIT', 'POST', 'registered-models/alias', { name: 'claim-fraud', alias: 'champion', version: '13' }],
    ['EDIT', 'POST', 'model-versions/set-tag', { name: 'claim-fraud', version: '13', key: 'a', value: 'b' }],
    ['EDIT', 'DELETE', 'registered-models/delete-tag', { name: 'claim-fraud', key: 'a' }],
    ['EDIT', 'POST', 'model-versions/transition-stage', { name: 'customs-code', version: '12', stage: 'Production' }],
    ['MANAGE', 'DELETE', 'registered-models/alias', { name: 'claim-fraud', alias: 'challenger' }],
    ['MANAGE', 'DELETE', 'model-versions/delete-tag', { name: 'claim-fraud', version: '13', key: 'a' }],
    ['MANAGE', 'DELETE', 'model-versions/delete', { name: 'claim-fraud', version: '1' }],
  ] as const

  test.each(writes)('%s: %s %s', async (needed, method, path, body) => {
    for (const [persona, permission] of [['reader', 0], ['engineer', 1], ['owner', 2], ['anonymous', 2]] as const) {
      const { world, api } = server(persona)
      const before = world.journal.length
      const allowed = permission >= (needed === 'EDIT' ? 1 : 2)
      const answer = await api(method, path, body)
      expect(answer).toMatchObject(allowed ? { status: 200, type: 'application/json' } : { status: 403, type: 'text/html; charset=utf-8', text: 'Permission denied' })
      expect(world.journal).toHaveLength(before + (allowed ? 1 : 0))
    }
  })

  test('reading needs no more than READ, even where it is a POST', async () => {
    expect((await server('reader').api('POST', 'runs/search', { experiment_ids: ['1'] })).status).toBe(200)
  })

  test('users/current names who is signed in, and is absent without sign-in', async () => {
    expect(JSON.parse((await server('reader').api('GET', 'users/current')).text)).toMatchObject({ user: { username: 'ben.whitaker', is_admin: false } })
    expect((await server('anonymous').api('GET', 'users/current')).status).toBe(404)
  })
})

describe('runs', () => {
  test('come in batches by id, with NaN as a text', async () => {
    const { world, api } = server()
    const hostile = [...world.registry.models.values()].find((model) => model.name.includes('<img'))
    const ids = [...(hostile?.versions.values() ?? [])].map((version) => version.runId).filter((id) => id !== '')
    const experiments = [...world.registry.experiments.keys()]
    const filter = `attributes.run_id IN (${ids.map((id) => `'${id}'`).join(', ')})`
    const { text } = await api('POST', 'runs/search', { experiment_ids: experiments, filter })
    const { runs }: { runs: { info: { run_id: string }; data: { metrics: { value: unknown }[] } }[] } = JSON.parse(text)
    expect(runs.map((run) => run.info.run_id).toSorted()).toEqual(ids.toSorted())
    expect(runs.flatMap((run) => run.data.metrics.map((metric) => metric.value))).toContain('NaN')
  })

  test.each([
    ["metrics.test_f1 > 0.91 AND tags.`mlflow.user` = 'priya.nair'", ['metrics.test_f1 DESC']],
    ["params.max_depth LIKE '%'", ['start_time ASC']],
  ])('are searched by %s', async (filter, orderBy) => {
    const { text } = await server().api('POST', 'runs/search', { experiment_ids: ['1'], filter, order_by: orderBy })
    const { runs }: { runs: { info: { start_time: number }; data: { metrics: { key: string; value: number }[] } }[] } = JSON.parse(text)
    expect(runs.length).toBeGreaterThan(0)
    const keys = runs.map((run) => (orderBy[0]?.startsWith('start') ? run.info.start_time : -(run.data.metrics.find((m) => m.key === 'test_f1')?.value ?? 0)))
    expect(keys).toEqual(keys.toSorted((a, b) => a - b))
  })

  test('keep a metric’s history in pages', async () => {
    const { world, api } = server()
    const run = world.registry.runs.get(world.registry.models.get('claim-fraud')?.versions.get(13)?.runId ?? '')
    const first: { metrics: { step: number }[]; next_page_token: string } = JSON.parse(
      (await api('GET', `metrics/get-history?run_id=${run?.id}&metric_key=validation-logloss&max_results=100`)).text,
    )
    const rest: { metrics: { step: number }[]; next_page_token?: string } = JSON.parse(
      (await api('GET', `metrics/get-history?run_id=${run?.id}&metric_key=validation-logloss&max_results=100&page_token=${encodeURIComponent(first.next_page_token)}`)).text,
    )
    expect([...first.metrics, ...rest.metrics].map((m) => m.step)).toEqual(Array.from({ length: 150 }, (_, i) => i))
    expect(rest.next_page_token).toBeUndefined()
  })
})

describe('artifacts', () => {
  test('of an MLflow 3 version lie with the logged model, of an older one in the run', async () => {
    const { world, api, call } = server()
    for (const [version, folder] of [[13, null], [2, 'model']] as const) {
      const record = world.registry.models.get('claim-fraud')?.versions.get(version)
      const root: { files: { path: string; is_dir: boolean }[] } = JSON.parse((await api('GET', `artifacts/list?run_id=${record?.runId}`)).text)
      expect(root.files.map((file) => file.path)).toEqual(expect.arrayContaining(['MODEL_CARD.md', 'evaluation', 'tests']))
      expect(root.files.some((file) => file.path === 'model')).toBe(folder !== null)
      const mlmodel = await call('GET', `/model-versions/get-artifact?name=claim-fraud&version=${version}&path=MLmodel`)
      expect(mlmodel.text).toContain('"claim_amount"')
      expect(mlmodel.text.includes('model_id: m-')).toBe(folder === null)
    }
    const id = world.registry.models.get('claim-fraud')?.versions.get(13)?.source.replace('models:/', '')
    const { files }: { files: { path: string }[] } = JSON.parse((await api('GET', `logged-models/${id}/artifacts/directories`)).text)
    expect(files.map((file) => file.path)).toContain('requirements.txt')
    const text = await call('GET', `/ajax-api/2.0/mlflow/logged-models/${id}/artifacts/files?artifact_file_path=requirements.txt`)
    expect(text).toMatchObject({ status: 200, type: 'text/plain', text: expect.stringContaining('xgboost==') })
  })
})

describe('where it answers', () => {
  test.each(['/api/2.0/mlflow/registered-models/get?name=claim-fraud', '/ajax-api/2.0/mlflow/registered-models/get?name=claim-fraud', '/health', '/version'])('%s', async (path) => {
    expect((await server('owner', 'http://demo.test/mlflow/').call('GET', path)).status).toBe(200)
  })

  test('a description is cleared by an update that does not send one', async () => {
    const { api, world } = server()
    await api('PATCH', 'registered-models/update', { name: 'claim-fraud' })
    expect(world.registry.models.get('claim-fraud')?.description).toBeNull()
  })
})
