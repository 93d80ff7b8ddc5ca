import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import history from './recorded/history.json'
import loggedModel from './recorded/loggedModel.json'
import run from './recorded/run.json'
import runs from './recorded/runs.json'
import { translateHistory, translateLoggedModel, translateRun } from './translateRun'
import { getLoggedModelSchema, getRunSchema, historySchema, searchRunsSchema } from './wire'

const read = (answer: unknown) => translateRun(z.parse(getRunSchema, answer).run)

describe('a recorded run', () => {
  it('has what it logged, its recognised measures and its commit', () => {
    const found = read(run)
    expect(found).toMatchObject({
      name: 'claim-fraud C=1.0',
      status: 'FINISHED',
      user: 'ada',
      params: { C: '1.0' },
      commit: '4f1c2aa9d3be5a1f0c7e6d8b9a0112233445566f',
      quality: { f1: { rawName: 'test_f1', split: 'test' }, accuracy: { rawName: 'test_accuracy' } },
    })
    expect(found.quality.f1?.value).toBeCloseTo(0.9277, 3)
    expect(found.endedAt).toBeGreaterThan(found.startedAt ?? Number.POSITIVE_INFINITY)
  })

  it('shows an infinite metric as a gap with the reason', () => {
    const found = read(run)
    expect(found.metrics.find(({ key }) => key === 'unbounded')?.value).toBeNull()
    expect(found.problems).toEqual([{ field: 'metrics.unbounded', message: 'An infinite value was logged.' }])
  })

  it('is the same out of a search', () => {
    const all = z.parse(searchRunsSchema, runs).runs.map((row) => translateRun(row))
    expect(all).toHaveLength(3)
    expect(all).toContainEqual(read(run))
  })
})

it('a recorded logged model reads as a run under its own id', () => {
  const found = translateLoggedModel(z.parse(getLoggedModelSchema, loggedModel).model)
  expect(found.id).toMatch(/^m-/)
  expect(found).toMatchObject({ status: 'READY', params: { C: '1.0' }, quality: { recall: { rawName: 'test_recall' } } })
})

it('a recorded history is in order, NaN a gap', () => {
  const { metrics } = z.parse(historySchema, history)
  const points = translateHistory(metrics.toReversed())
  expect(points.map(({ step, value }) => [step, value])).toEqual([
    [0, 0.6],
    [1, 0.3],
    [2, null],
    [3, 0.15],
  ])
})

describe('a metric', () => {
  it.each([
    ['NaN', null, 'NaN was logged.'],
    [Number.NaN, null, 'NaN was logged.'],
    ['Infinity', null, 'An infinite value was logged.'],
    [-Number.MAX_VALUE, null, 'An infinite value was logged.'],
    ['0.5', 0.5, undefined],
    [0, 0, undefined],
    [undefined, null, 'MLflow sent no value.'],
    [null, null, 'MLflow sent no value.'],
    ['', null, 'MLflow sent "", which is no number.'],
    [{ a: 1 }, null, 'MLflow sent {"a":1}, which is no number.'],
  ])('of %j is %j', (value, expected, message) => {
    const found = read({ run: { info: { run_id: 'r' }, data: { metrics: [{ key: 'f1', value, step: 1 }] } } })
    expect(found.metrics).toEqual([{ key: 'f1', value: expected, step: 1, at: null }])
    expect(found.problems).toEqual(message === undefined ? [] : [{ field: 'metrics.f1', message }])
  })

  it('that comes more than once counts with its last step', () => {
    const metrics = [
      { key: 'f1', value: 0.2, step: 1 },
      { key: 'f1', value: 0.9, step: 2 },
      { key: 'f1', value: 0.1, step: 0 },
    ]
    expect(read({ run: { info: { run_id: 'r' }, data: { metrics } } }).quality.f1?.value).toBe(0.9)
  })
})

it.each([
  ['nothing but an id', { info: { run_id: 'r' } }, []],
  ['nulls', { info: { run_id: 'r', experiment_id: null, start_time: null }, data: null, outputs: null }, []],
  ['a wrong type', { info: { run_id: 'r', start_time: 'x' }, data: { params: [{ key: 'a', value: 1 }] } }, ['info.start_time', 'data.params[0].value']],
  ['a deleted run', { info: { run_id: 'r', lifecycle_stage: 'deleted' } }, ['lifecycle_stage']],
])('%s', (_, broken, fields) => {
  const found = read({ run: broken })
  expect(found.id).toBe('r')
  expect(found.problems.map(({ field }) => field)).toEqual(fields)
})
