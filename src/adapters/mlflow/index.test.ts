import { describe, expect, it } from 'vitest'
import { overAnswers, refusal } from './fakeServer'
import errors from './recorded/errors.json'
import experiments from './recorded/experiments.json'
import modelByName from './recorded/modelByName.json'
import models from './recorded/models.json'
import versions from './recorded/versions.json'

const firstPage = { search: '', pageSize: 3, pageToken: null }

describe('models', () => {
  it('are asked for by page, without more than the server gives', async () => {
    const { source, asked } = overAnswers(() => models)
    const page = await source.listModels({ search: "it's", pageSize: 5000, pageToken: 'abc' })
    expect(Object.fromEntries(asked[0]?.query ?? [])).toEqual({
      filter: "name ILIKE '%it_s%'",
      max_results: '1000',
      order_by: 'name ASC',
      page_token: 'abc',
    })
    expect(page).toEqual({ items: [], nextPageToken: models.next_page_token })
  })

  it('exclude prompts of servers that send them, and an endless list ends', async () => {
    const prompt = { name: 'p', tags: [{ key: 'mlflow.prompt.is_prompt', value: 'true' }] }
    const { source } = overAnswers(() => ({ registered_models: [prompt, { name: 'm' }], next_page_token: 'x' }))
    const page = await source.listModels({ ...firstPage, pageToken: 'x' })
    expect(page.items.map(({ ref }) => ref.name)).toEqual(['m'])
    expect(page.nextPageToken).toBeNull()
    await expect(source.getModel('p')).rejects.toMatchObject({ kind: 'not-found' })
  })

  it('name the aliases whose version is gone', async () => {
    const { source, asked } = overAnswers(({ path }) =>
      path.endsWith('/registered-models/search') ? modelByName : refusal(404, 'RESOURCE_DOES_NOT_EXIST'),
    )
    const model = await source.getModel('claim-fraud')
    expect(model.problems).toEqual([
      {
        field: 'aliases.champion',
        message: '"champion" points at version 2, which no longer exists: set it anew or remove it.',
      },
    ])
    expect(asked).toHaveLength(2)
  })

  it('keep their versions apart from those that a wildcard brought along', async () => {
    const [first] = versions.model_versions
    const { source, asked } = overAnswers(() => ({ model_versions: [first, { ...first, name: `it_s "5"` }] }))
    const model = (await overAnswers(() => modelByName).source.listModels(firstPage)).items[0]
    const name = `it's "5"`
    if (model === undefined) throw new Error('no model')
    const page = await source.listVersions({ ...model, ref: { source: 'reg', name } }, { pageSize: 9, pageToken: null })
    expect(page.items).toEqual([])
    expect(asked[0]?.query.get('filter')).toBe(`name LIKE 'it_s "5"'`)
    expect(asked[0]?.query.get('order_by')).toBe('version_number DESC')
  })
})

describe('a recorded error', () => {
  it.each([
    ['unknownModel', { kind: 'not-found', code: 'RESOURCE_DOES_NOT_EXIST' }],
    ['badFilter', { kind: 'rejected', code: 'INVALID_PARAMETER_VALUE' }],
    ['reservedAlias', { kind: 'rejected', code: 'INVALID_PARAMETER_VALUE' }],
    ['unknownArtifact', { kind: 'not-found', code: 'RESOURCE_DOES_NOT_EXIST' }],
    ['unknownPath', { kind: 'not-found', code: undefined }],
  ] as const)('%s keeps its code and words', async (name, expected) => {
    const { status, contentType, body } = errors[name]
    const { source } = overAnswers(() => new Response(body, { status, headers: { 'Content-Type': contentType } }))
    await expect(source.listModels(firstPage)).rejects.toMatchObject({ ...expected, status, source: 'reg' })
  })

  it.each([
    ['HTML', new Response('<html><body>Sign in</body></html>'), /answered HTML/],
    ['another JSON', Response.json(experiments.experiments), /the whole answer: object was expected, array came/],
    ['a row without a name', Response.json({ registered_models: [{}] }), /registered_models\[0\]\.name: string was expected, nothing came/],
  ])('%s is an invalid response', async (_, response, message) => {
    const { source } = overAnswers(() => response)
    await expect(source.listModels(firstPage)).rejects.toMatchObject({
      kind: 'invalid-response',
      message: expect.stringMatching(message),
    })
  })
})

function all(answers: Record<string, unknown>) {
  return overAnswers(({ path }) => {
    const answer = answers[path]
    return typeof answer === 'string' ? new Response(answer) : answer
  })
}

describe('info', () => {
  const infoPath = '/api/3.0/mlflow/server-info'
  const userPath = '/api/2.0/mlflow/users/current'

  it.each([
    ['3.17.2', true, 0],
    ['2.9.0', false, 0],
    ['2.8.1', false, 1],
    ['1.30.0', false, 1],
    ['10.0.0.dev0', true, 0],
  ])('%s', async (version, loggedModels, notes) => {
    const info = await all({ '/version': version }).source.info()
    expect(info).toMatchObject({ product: 'MLflow', version })
    expect(info.capabilities.includes('logged-models')).toBe(loggedModels)
    expect(info.capabilities).not.toContain('identity')
    expect(info.notes).toHaveLength(notes)
  })

  it('knows users and workspaces', async () => {
    const answers = { '/version': '3.17.2', [infoPath]: { workspaces_enabled: true }, [userPath]: { user: { username: 'ada' } } }
    const { source } = all(answers)
    expect((await source.info()).capabilities).toContain('identity')
    expect((await source.info()).notes).toEqual([expect.stringContaining('Workspaces')])
    expect(await source.whoAmI()).toEqual({ name: 'ada', kind: 'authenticated' })
    expect(await all({}).source.whoAmI()).toBeNull()
  })

  it('of what is no MLflow fails', async () => {
    await expect(all({ '/version': '<!doctype html>' }).source.info()).rejects.toMatchObject({ kind: 'invalid-response' })
  })
})

describe('writes', () => {
  const ref = { source: 'reg', name: 'a/b', version: '3' }

  it('say exactly what changes', async () => {
    const { source, asked } = overAnswers(() => ({}))
    await source.setOwner('m', 'Ada')
    await source.setDescription({ source: 'reg', name: 'm' }, '')
    await source.setDescription(ref, 'text')
    await source.setVersionTag(ref, 'k', 'v')
    expect(asked.map(({ method, path, body }) => [method, path.replace('/api/2.0/mlflow', ''), body])).toEqual([
      ['POST', '/registered-models/set-tag', { name: 'm', key: 'modeldeck.owner', value: 'Ada' }],
      ['PATCH', '/registered-models/update', { name: 'm', description: '' }],
      ['PATCH', '/model-versions/update', { name: 'a/b', version: '3', description: 'text' }],
      ['POST', '/model-versions/set-tag', { name: 'a/b', version: '3', key: 'k', value: 'v' }],
    ])
  })

  it('are not even sent where config.json forbids them', async () => {
    const { source, asked } = overAnswers(() => ({}), { readOnly: true })
    await expect(source.setModelTag('m', 'k', 'v')).rejects.toMatchObject({ kind: 'denied' })
    await expect(source.setDescription(ref, 'x')).rejects.toMatchObject({ kind: 'denied' })
    expect(asked).toEqual([])
    const info = await overAnswers(() => undefined, { readOnly: true }).source.info()
    expect(info.capabilities).not.toContain('promote')
    expect(info.notes).toContain('config.json makes this source read-only.')
  })

  it('without permission say so', async () => {
    const { source } = overAnswers(() => new Response('Permission denied', { status: 403, headers: { 'Content-Type': 'text/html' } }))
    await expect(source.setOwner('m', 'x')).rejects.toMatchObject({
      kind: 'denied',
      status: 403,
      advice: expect.stringContaining('EDIT on "m"'),
    })
  })
})
