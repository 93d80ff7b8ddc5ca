import { describe, expect, it, test } from 'vitest'
import type { Signature, SignatureField } from './signature'
import { signatureDiff } from './signatureDiff'

function field(name: string | null, type = 'double', required = true): SignatureField {
  return { name, type, required }
}

function signature(said: Partial<Signature>): Signature {
  return { inputs: [], outputs: [], params: [], ...said }
}

describe('what callers of the old version meet', () => {
  test.each<[string, Partial<Signature>, Partial<Signature>, string, boolean]>([
    ['a new required input', {}, { inputs: [field('a')] }, 'inputs a added', true],
    ['a new optional input', {}, { inputs: [field('a', 'double', false)] }, 'inputs a added', false],
    ['an input that is gone', { inputs: [field('a')] }, {}, 'inputs a removed', false],
    ['an input that is required now', { inputs: [field('a', 'long', false)] }, { inputs: [field('a', 'long')] }, 'inputs a required', true],
    ['an input that is optional now', { inputs: [field('a')] }, { inputs: [field('a', 'double', false)] }, 'inputs a optional', false],
    ['an input of another type', { inputs: [field('a', 'string')] }, { inputs: [field('a', 'long')] }, 'inputs a type', true],
    ['an input that is widened', { inputs: [field('a', 'integer')] }, { inputs: [field('a', 'double')] }, 'inputs a type', false],
    ['long to double is no widening in MLflow', { inputs: [field('a', 'long')] }, { inputs: [field('a', 'double')] }, 'inputs a type', true],
    ['a new output', {}, { outputs: [field('p')] }, 'outputs p added', false],
    ['an output that is gone', { outputs: [field('p')] }, {}, 'outputs p removed', true],
    ['an output of another type, even wider', { outputs: [field('p', 'float')] }, { outputs: [field('p', 'double')] }, 'outputs p type', true],
    ['a new parameter', {}, { params: [field('t', 'double', false)] }, 'params t added', false],
    ['a parameter that is gone', { params: [field('t', 'double', false)] }, {}, 'params t removed', false],
    ['a parameter of another type', { params: [field('t', 'string', false)] }, { params: [field('t', 'long', false)] }, 'params t type', true],
    ['a tensor without a name', { inputs: [field(null, 'tensor(float32, [-1, 3])')] }, { inputs: [field(null, 'tensor(float32, [-1, 4])')] }, 'inputs #1 type', true],
  ])('%s', (_, before, after, what, breaking) => {
    const changes = signatureDiff(signature(before), signature(after))
    expect(changes?.map((change) => `${change.part} ${change.field} ${change.kind}`)).toEqual([what])
    expect(changes?.[0]?.breaking).toBe(breaking)
    expect(changes?.[0]?.sentence).toMatch(/^(Input|Output|Parameter) `.+\.$/)
  })
})

it('says what breaks first', () => {
  const before = signature({ inputs: [field('gone')], outputs: [field('score')] })
  const after = signature({ inputs: [field('fresh')], outputs: [field('score', 'string')] })
  expect(signatureDiff(before, after)?.map(({ breaking }) => breaking)).toEqual([true, true, false])
})

it('the order of named fields does not matter', () => {
  const one = signature({ inputs: [field('a'), field('b')] })
  expect(signatureDiff(one, signature({ inputs: [field('b'), field('a')] }))).toEqual([])
})

it('says nothing where a signature is missing', () => {
  expect(signatureDiff(null, signature({}))).toBeNull()
  expect(signatureDiff(signature({}), null)).toBeNull()
})
