import { describe, expect, it } from 'vitest'
import { readSignature } from './mlmodel'
import recorded from './recorded/mlmodel.json'

it('reads the recorded file', () => {
  expect(readSignature(recorded)).toEqual({
    signature: {
      inputs: ['mean radius', 'mean texture', 'mean perimeter', 'mean area'].map((name) => ({
        name,
        type: 'double',
        required: true,
      })),
      outputs: [{ name: null, type: 'tensor(int64, [-1])', required: true }],
      params: [{ name: 'threshold', type: 'double', required: false }],
    },
  })
})

describe('types', () => {
  it.each([
    ['{"type":"string","name":"a","required":false}', { name: 'a', type: 'string', required: false }],
    ['{"type":"string","name":"a","optional":true}', { name: 'a', type: 'string', required: false }],
    ['{"type":"string","name":"it\'s"}', { name: "it's", type: 'string', required: true }],
    ['{"type":"array","items":{"type":"array","items":{"type":"long"}}}', { name: null, type: 'array<array<long>>', required: true }],
    ['{"type":"map","values":{"type":"float"}}', { name: null, type: 'map<float>', required: true }],
    [
      '{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"long","required":false}}}',
      { name: null, type: 'object{a: string, b?: long}', required: true },
    ],
    ['{"type":"tensor","tensor-spec":{"dtype":"float32","shape":[-1,28,28]},"name":"img"}', { name: 'img', type: 'tensor(float32, [-1, 28, 28])', required: true }],
    ['{"type":"any"}', { name: null, type: 'any', required: true }],
  ])('%s', (field, expected) => {
    const text = `signature:\n  inputs: '[${field.replaceAll("'", "''")}]'\n  outputs: null\nutc_time_created: x\n`
    expect(readSignature(text)).toEqual({ signature: { inputs: [expected], outputs: [], params: [] } })
  })

  it('a parameter may be a list', () => {
    const text = `signature:\n  inputs: null\n  params: '[{"name":"stop","type":"string","default":null,"shape":[-1]}]'`
    expect(readSignature(text)).toMatchObject({ signature: { params: [{ name: 'stop', type: 'string[]', required: false }] } })
  })
})

describe('files that state none', () => {
  it.each(['', 'flavors:\n  python_function: {}\n', 'signature: null\nrun_id: a\n', '<!doctype html>'])('%j', (text) => {
    expect(readSignature(text)).toEqual({ signature: null })
  })
})

describe('files that cannot be read', () => {
  it.each([
    ["signature:\n  inputs: '[{\"type\": '\n", 'inputs is not JSON.'],
    ["signature:\n  outputs: '{}'\n", 'outputs is not a list of columns, tensors or parameters.'],
    ["signature:\n  inputs: '[{\"name\":\"a\"}]'\n", 'inputs is not a list of columns, tensors or parameters.'],
  ])('%j', (text, unreadable) => {
    expect(readSignature(text)).toEqual({ unreadable })
  })
})
