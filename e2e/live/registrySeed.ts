import type { RegistryFixture } from '@/testing/contracts/registry'

const card = '# Claim fraud\n\nTrained on 398 claims.\n'

/** As mlflow.models.Model.save writes it. */
const mlmodel = `artifact_path: model
flavors:
  python_function:
    loader_module: mlflow.sklearn
signature:
  inputs: '[{"type": "double", "name": "mean radius", "required": true}, {"type":
    "double", "name": "it''s texture", "required": false}]'
  outputs: '[{"type": "tensor", "tensor-spec": {"dtype": "int64", "shape": [-1]}}]'
  params: null
`

/** Fills a server that speaks MLflow's REST with what the contract needs, under names of this run alone. */
export async function seedRegistry(baseUrl: string, stamp: string): Promise<RegistryFixture> {
  const model = `contract-${stamp}`
  const writable = `writable-${stamp}`
  const hostile = `na'me "${stamp}" 100%_ 🧨 <img src=x>`
  const empty = `empty-${stamp}`

  const experiment = await send('POST', '/experiments/create', { name: `contract-${stamp}` }, experimentIdOf)
  const run = await send('POST', '/runs/create', { experiment_id: experiment, run_name: 'seed' }, runIdOf)
  await send('POST', '/runs/log-batch', {
    run_id: run,
    metrics: [
      metric('test_f1', 0.91),
      metric('test_accuracy', 0.93),
      metric('val_loss', 0.5, 0),
      metric('val_loss', 'NaN', 1),
      metric('val_loss', 0.25, 2),
      metric('broken', 'NaN'),
    ],
    params: [{ key: 'C', value: '1.0' }],
  })
  await upload(`${experiment}/${run}/artifacts/model/MLmodel`, mlmodel)
  await upload(`${experiment}/${run}/artifacts/MODEL_CARD.md`, card)

  for (const name of [model, writable, hostile, empty]) await send('POST', '/registered-models/create', { name })
  const source = `mlflow-artifacts:/${experiment}/${run}/artifacts/model`
  for (let i = 0; i < 3; i++) await send('POST', '/model-versions/create', { name: model, source, run_id: run })
  for (let i = 0; i < 2; i++) await send('POST', '/model-versions/create', { name: writable, source, run_id: run })
  await send('POST', '/model-versions/create', { name: hostile, source: 's3://bucket/without-a-run' })
  const aliases = { champion: '1', challenger: '3', shadow: '3' }
  for (const [alias, version] of Object.entries(aliases)) {
    await send('POST', '/registered-models/alias', { name: model, alias, version })
  }

  return {
    model,
    versions: ['3', '2', '1'],
    aliases,
    champion: '1',
    run: {
      of: '2',
      id: run,
      metrics: { test_f1: 0.91, test_accuracy: 0.93, val_loss: 0.25, broken: null },
      params: { C: '1.0' },
      f1: 0.91,
      history: { key: 'val_loss', values: [0.5, null, 0.25] },
    },
    documents: { of: '2', inputs: ['mean radius', "it's texture"], card },
    empty,
    hostile,
    runless: { name: hostile, version: '1' },
    unknown: `nobody-${stamp}`,
    writable: { name: writable, versions: ['1', '2'] },
  }

  async function send(method: string, path: string, body: object, read: (text: string) => string = String): Promise<string> {
    const answer = await fetch(`${baseUrl}/api/2.0/mlflow${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`)
    return read(text)
  }

  /** Through the server's own artifact proxy (`--artifacts-destination`). */
  async function upload(path: string, body: string): Promise<void> {
    const answer = await fetch(`${baseUrl}/api/2.0/mlflow-artifacts/artifacts/${path}`, { method: 'PUT', body })
    if (!answer.ok) throw new Error(`uploading ${path} answered ${answer.status}: ${await answer.text()}`)
  }
}

function metric(key: string, value: number | string, step = 0) {
  return { key, value, step, timestamp: 1_700_000_000_000 + step }
}

const experimentIdOf = (text: string) => idIn(text, /"experiment_id":\s*"([^"]+)"/)
const runIdOf = (text: string) => idIn(text, /"run_id":\s*"([^"]+)"/)

function idIn(text: string, pattern: RegExp): string {
  const id = pattern.exec(text)?.[1]
  if (id === undefined) throw new Error(`no id in ${text}`)
  return id
}
