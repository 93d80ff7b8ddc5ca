import { expect, it } from 'vitest'
import { overAnswers } from './fakeServer'
import modelByName from './recorded/modelByName.json'
import versions from './recorded/versions.json'

const [, recordedChampion] = versions.model_versions

async function read(options: Parameters<typeof overAnswers>[1] = {}, name?: string) {
  const rename = <T extends { name: string }>(row: T): T => (name === undefined ? row : { ...row, name })
  const { source } = overAnswers(
    ({ path, query }) =>
      path.includes('registered-models')
        ? { registered_models: modelByName.registered_models.map(rename) }
        : path.endsWith('/get')
          ? { model_version: rename({ name: '', ...recordedChampion, version: query.get('version') }) }
          : { model_versions: versions.model_versions.map(rename) },
    options,
  )
  const model = await source.getModel(name ?? 'claim-fraud')
  const { items } = await source.listVersions(model, { pageSize: 9, pageToken: null })
  const [newest, champion, oldest] = items
  if (!newest || !champion || !oldest) throw new Error('three versions were recorded')
  return { source, model, newest, champion, oldest }
}

it('pages of MLflow’s own UI', async () => {
  const { source, newest } = await read({ webUrl: 'https://mlflow.example/ui/' }, "a b's")
  expect(source.webUrl({ source: 'reg', name: 'a/b c' })).toBe('https://mlflow.example/ui/#/models/a%2Fb%20c')
  expect(source.webUrl(newest.ref)).toBe("https://mlflow.example/ui/#/models/a%20b%27s/versions/3")
  const run = { id: 'r1', name: null, experimentId: '7', status: null, startedAt: null, endedAt: null, user: null, metrics: [], quality: {}, params: {}, tags: {}, commit: null, problems: [] }
  expect(source.webUrl({ run })).toBe('https://mlflow.example/ui/#/experiments/7/runs/r1')
  expect(source.webUrl({ run: { ...run, id: 'm-1' } })).toBe('https://mlflow.example/ui/#/experiments/7/models/m-1')
  expect(source.webUrl({ run: { ...run, experimentId: null } })).toBeNull()
})

it('nowhere to go, where nobody can', async () => {
  const { source, newest, model } = await read({ webUrl: null, baseUrl: 'http://localhost/demo/mlflow' })
  expect(source.webUrl(newest.ref)).toBeNull()
  expect(source.loadingSnippets(newest, model).filter(({ code }) => code.includes('localhost'))).toEqual([])
})

it('the address is the production alias, another alias, or the version', async () => {
  const { source, model, newest, champion, oldest } = await read()
  const address = [newest, champion, oldest].map((version) => source.loadingSnippets(version, model)[0]?.code)
  expect(address).toEqual(['models:/claim-fraud@challenger', 'models:/claim-fraud@champion', 'models:/claim-fraud/1'])
})

it('code quotes names and names the server', async () => {
  const { source, model, oldest } = await read({ webUrl: 'https://mlflow.example' }, `it's "x" $(id)`)
  const code = source.loadingSnippets(oldest, model).map((snippet) => snippet.code)
  expect(code[1]).toContain('mlflow.set_tracking_uri("https://mlflow.example")')
  expect(code[1]).toContain(String.raw`load_model("models:/it's \"x\" $(id)/1")`)
  expect(code[2]).toContain(String.raw`--model-uri 'models:/it'\''s "x" $(id)/1'`)
  expect(code[2]).toMatch(/^MLFLOW_TRACKING_URI='https:\/\/mlflow\.example' /)
})
