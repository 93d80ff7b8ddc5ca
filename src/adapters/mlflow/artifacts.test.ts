import { describe, expect, it } from 'vitest'
import { aVersion } from '@/domain/testData'
import type { ModelVersion } from '@/domain/version'
import { overAnswers, refusal } from './fakeServer'
import mlmodel from './recorded/mlmodel.json'
import loggedModelArtifacts from './recorded/loggedModelArtifacts.json'
import runArtifacts from './recorded/runArtifacts.json'

const ref = { source: 'reg', name: 'a "b"', version: '3' }
const version = (more: Partial<ModelVersion>) => aVersion('3', { ref, ...more })
const logged = version({ runId: 'r1', loggedModelId: 'm-1', sourceUri: 'models:/m-1' })
const classic = version({ runId: 'r1', sourceUri: 's3://bucket/1/r1/artifacts/model' })
const foreign = version({ runId: 'r1', sourceUri: 's3://elsewhere/model' })

const answers: Record<string, unknown> = {
  'logged-models/m-1/artifacts/directories?': loggedModelArtifacts,
  'logged-models/m-1/artifacts/directories?artifact_directory_path=code': { files: [{ path: 'code/a.py', file_size: '7' }] },
  'artifacts/list?run_id=r1': runArtifacts,
  'artifacts/list?run_id=r1&path=evaluation': { files: [{ path: 'evaluation/confusion.json', is_dir: false, file_size: 5 }] },
  'artifacts/list?run_id=r1&path=model': { files: [{ path: 'model/MLmodel', file_size: 9 }, { path: 'model/code', is_dir: true }] },
  'artifacts/list?run_id=r1&path=model%2Fcode': { files: [{ path: 'model/code/a.py', file_size: 1 }] },
}
const { source } = overAnswers(({ path, query }) => answers[`${path.replace('/api/2.0/mlflow/', '')}?${query}`])

describe('folders', () => {
  it.each([
    ['of a logged model', logged, '', ['MLmodel', 'conda.yaml', 'model.pkl', 'python_env.yaml', 'requirements.txt', '@run']],
    ['within it', logged, 'code', ['code/a.py']],
    ['of its run', logged, '@run', ['@run/evaluation']],
    ['within its run', logged, '@run/evaluation', ['@run/evaluation/confusion.json']],
    ['of a model kept with the run', classic, '', ['MLmodel', 'code', '@run']],
    ['within that', classic, 'code', ['code/a.py']],
    ['by the address of the run', version({ runId: 'r1', sourceUri: 'runs:/r1/model' }), 'code', ['code/a.py']],
    ['of files elsewhere', foreign, '', ['@run']],
    ['of a version without a run', version({ sourceUri: 's3://elsewhere' }), '', []],
    ['that are gone', logged, 'nothing', []],
  ])('%s', async (_, of, path, expected) => {
    expect((await source.listArtifacts(of, path)).map((file) => file.path)).toEqual(expected)
  })

  it('have sizes in bytes, folders none', async () => {
    expect(await source.listArtifacts(classic, '')).toEqual([
      { path: 'MLmodel', isFolder: false, sizeBytes: 9 },
      { path: 'code', isFolder: true, sizeBytes: null },
      { path: '@run', isFolder: true, sizeBytes: null },
    ])
  })
})

it('downloads go to the version, or to its run', () => {
  expect(source.artifactUrl(logged, 'a b.txt')).toBe(
    'http://mlflow.test/model-versions/get-artifact?name=a+%22b%22&version=3&path=a+b.txt',
  )
  expect(source.artifactUrl(logged, '@run/x.png')).toBe('http://mlflow.test/get-artifact?run_uuid=r1&path=x.png')
})

it('text is read up to 1 MB', async () => {
  const large = overAnswers(() => new Response('x'.repeat(1_000_001)))
  await expect(large.source.readArtifact(logged, 'a')).rejects.toMatchObject({ kind: 'unsupported' })
  const small = overAnswers(() => new Response('x'))
  expect(await small.source.readArtifact(logged, 'a')).toBe('x')
})

function list(names: readonly string[]) {
  return { files: names.map((name) => ({ path: name })) }
}

function files(own: readonly string[], run: readonly string[]) {
  return overAnswers(({ path, query }) => {
    if (path.endsWith('/directories')) return list(own)
    if (path.endsWith('/artifacts/list')) return list(run)
    return new Response(`text of ${query.get('path')}`)
  }).source
}

it.each([
  ['is not there', 'nothing.md', 'not-found'],
  ['is there', 'MLmodel', 'server'],
])('a 500 for a file that %s', async (_, path, kind) => {
  const old = overAnswers((request) =>
    request.path.endsWith('/directories') ? loggedModelArtifacts : refusal(500, 'INTERNAL_ERROR'),
  )
  await expect(old.source.readArtifact(logged, path)).rejects.toMatchObject({ kind })
})

describe('documents', () => {
  it.each([
    [['README.md', 'Model_Card.md'], ['MODEL_CARD.md'], 'Model_Card.md'],
    [['README.md'], ['MODEL_CARD.md'], 'README.md'],
    [['MLmodel'], ['notes.md', 'model_card.md'], '@run/model_card.md'],
  ])('the card among %j and the run’s %j', async (own, run, origin) => {
    const name = origin.replace('@run/', '')
    expect(await files(own, run).getModelCard(logged)).toEqual({ markdown: `text of ${name}`, origin })
  })

  it('there may be no card', async () => {
    expect(await files(['MLmodel'], ['x.md']).getModelCard(logged)).toBeNull()
  })

  it.each([
    ['the recorded file', () => new Response(mlmodel), 4],
    ['a file without one', () => new Response('flavors: {}'), undefined],
    ['no file', () => refusal(404, 'RESOURCE_DOES_NOT_EXIST'), undefined],
  ])('the signature of %s', async (_, answer, inputs) => {
    expect((await overAnswers(answer).source.getSignature(logged))?.inputs.length).toBe(inputs)
  })

  it('a signature that cannot be read is said', async () => {
    const broken = overAnswers(() => new Response("signature:\n  inputs: '[{'\n"))
    await expect(broken.source.getSignature(logged)).rejects.toMatchObject({
      kind: 'invalid-response',
      message: 'The MLmodel file of a "b" 3 has a signature that cannot be read: inputs is not JSON.',
    })
  })
})
