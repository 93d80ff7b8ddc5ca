import { describe, expect, it } from 'vitest'
import { aVersion } from '@/domain/testData'
import { overAnswers } from '@/adapters/mlflow/fakeServer'
import recorded from './recorded/evaluation.json'

const run = 'a'.repeat(32)
const version = aVersion('3', { runId: run, sourceUri: `runs:/${run}/model` })

interface Kept {
  files?: Readonly<Record<string, string>>
  metrics?: Readonly<Record<string, number>>
  children?: readonly { name: string; metrics: Readonly<Record<string, number>> }[]
}

const metricsOf = (metrics: Readonly<Record<string, number>>) => Object.entries(metrics).map(([key, value]) => ({ key, value, timestamp: 1, step: 0 }))

/** A run that keeps these files and metrics, and the runs nested in it. */
function keeping({ files = {}, metrics = {}, children = [] }: Kept) {
  return overAnswers(({ path, query, body }) => {
    if (path.endsWith('/artifacts/list')) {
      const folder = query.get('path') ?? ''
      const depth = folder === '' ? 1 : folder.split('/').length + 1
      const below = Object.keys(files).filter((file) => folder === '' || file.startsWith(`${folder}/`))
      const paths = [...new Set(below.map((file) => file.split('/').slice(0, depth).join('/')))]
      return { files: paths.map((one) => ({ path: one, is_dir: !(one in files) })) }
    }
    if (path.endsWith('/get-artifact')) {
      const text = files[query.get('path') ?? '']
      return text === undefined ? undefined : new Response(text)
    }
    if (path.endsWith('/experiments/search')) return { experiments: [{ experiment_id: '7' }] }
    if (path.endsWith('/runs/search')) {
      const nested = JSON.stringify(body).includes('parentRunId')
      if (nested) return { runs: children.map((child, i) => ({ info: { run_id: `c${i}`, run_name: child.name }, data: { metrics: metricsOf(child.metrics) } })) }
      return { runs: [{ info: { run_id: run, experiment_id: '7' }, data: { metrics: metricsOf(metrics) } }] }
    }
    return undefined
  })
}

const child = (name: string, f1: number) => ({ name, metrics: { f1 } })

describe('the evaluation of a version', () => {
  it('is what was logged by hand', async () => {
    const { texts, metrics } = recorded.byHand
    const found = await keeping({ files: texts, metrics }).source.getEvaluation(version)
    expect(found.confusion).toMatchObject({ origin: '@run/confusion_matrix.json', labels: ['legitimate', 'fraud'] })
    expect(found.roc[0]?.points.length).toBeGreaterThan(10)
    expect(found.precisionRecall[0]?.points.length).toBeGreaterThan(10)
    expect(found.calibration?.bins).toHaveLength(5)
    expect(found.slices.map(({ by }) => by)).toEqual(['region', 'region', 'class'])
    expect(found.folds?.measures).toEqual([{ name: 'f1', values: [0.81, 0.79, 0.84] }])
    expect(found.problems).toEqual([])
  })

  it.each(['evaluateTwo', 'evaluateThree', 'autolog', 'gridSearch'] as const)('reads all that %s keeps', async (name) => {
    const { files, texts, metrics } = recorded[name]
    const all = Object.fromEntries(files.map((path) => [path, Object.entries(texts).find(([key]) => key === path)?.[1] ?? 'x']))
    const numbers = Object.fromEntries(Object.entries(metrics))
    const found = await keeping({ files: all, metrics: numbers }).source.getEvaluation(version)
    expect(found.pictures.map(({ path }) => path)).toEqual(files.filter((path) => path.endsWith('.png')).map((path) => `@run/${path}`))
    expect(found.pictures.every(({ onTraining, path }) => onTraining === path.includes('training_'))).toBe(true)
    expect(found.confusion === null).toBe(name !== 'evaluateTwo')
    expect(found.slices).toHaveLength(name === 'evaluateThree' ? 1 : 0)
    expect(found.folds === null).toBe(name !== 'gridSearch')
    expect(found.problems).toEqual([])
  })

  it('prefers held-out data, and looks into the folders that are usual', async () => {
    const curve = JSON.stringify({ fpr: [0, 1], tpr: [0, 1] })
    const { source, asked } = keeping({ files: { 'training_roc_curve.json': curve, 'evaluation/test_roc_curve.json': curve, 'model/roc_curve.json': curve } })
    expect((await source.getEvaluation(version)).roc[0]?.origin).toBe('@run/evaluation/test_roc_curve.json')
    expect(asked.filter(({ query }) => query.get('path')?.startsWith('model/'))).toEqual([])
  })

  it('takes folds from nested runs that say which fold they are, not from candidates of a search', async () => {
    expect((await keeping({ children: [child('fold_1', 0.9), child('fold_0', 0.8)] }).source.getEvaluation(version)).folds).toEqual({
      origin: 'nested runs', measures: [{ name: 'f1', values: [0.8, 0.9] }],
    })
    expect((await keeping({ children: [child('bold-fox-1', 0.9), child('calm-owl-2', 0.8)] }).source.getEvaluation(version)).folds).toBeNull()
  })

  it.each([
    ['no JSON', '<html>'],
    ['another form', '{"fpr": "none"}'],
    ['nothing', ''],
  ])('says which file cannot be read: %s', async (_, text) => {
    const found = await keeping({ files: { 'roc_curve.json': text } }).source.getEvaluation(version)
    expect(found.roc).toEqual([])
    expect(found.problems.map(({ field }) => field)).toEqual(['@run/roc_curve.json'])
  })

  it('fails when the server does: a retry may help', async () => {
    const { source } = overAnswers(() => new Response('down', { status: 503 }))
    await expect(source.getEvaluation(version)).rejects.toMatchObject({ kind: 'server' })
  })

  it('is bare for a version without a run', async () => {
    const found = await keeping({}).source.getEvaluation(aVersion('1', { sourceUri: 's3://elsewhere' }))
    expect(found).toMatchObject({ confusion: null, roc: [], folds: null, pictures: [], problems: [] })
  })
})
