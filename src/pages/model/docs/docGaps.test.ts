import { describe, expect, it } from 'vitest'
import type { Run } from '@/domain/run'
import { aModel, aVersion } from '@/domain/testData'
import { docPoints, type Documented } from './docGaps'

const run: Run = {
  id: 'r', name: null, experimentId: null, status: null, startedAt: null, endedAt: null, user: null, metrics: [], quality: {}, params: { depth: '3' }, tags: {}, commit: 'abc', problems: [],
}
const card = `# Card
## Intended use
Rank claims.
## Training data
Two years of claims.
## Evaluation results
| F1 | 0.9 |
## Known limitations
No fleets.
## Bias and fairness
By region.
## Contact
#risk
`
const whole: Documented = {
  model: aModel({ description: 'Scores claims.', owner: 'risk' }),
  version: aVersion('3', { description: 'New features.' }),
  card: { markdown: card, origin: 'MODEL_CARD.md' },
  run,
  signature: { inputs: [], outputs: [], params: [] },
}
const missing = (docs: Documented) => docPoints(docs).filter(({ found }) => found === false).map(({ topic }) => topic)
const withCard = (markdown: string) => missing({ ...whole, card: { markdown, origin: '' } })

describe('good documentation', () => {
  it('lacks nothing', () => expect(missing(whole)).toEqual([]))

  it.each([
    ['no text about the model', { model: aModel({ description: '  ', owner: 'risk' }) }, ['About the model']],
    ['no owner', { model: aModel({ description: 'x' }) }, ['Owner']],
    ['no word on the version', { version: aVersion('3') }, ['What is new in this version']],
    ['a text that says TODO', { version: aVersion('3', { description: 'TODO: write this' }) }, ['What is new in this version']],
    ['no signature', { signature: null }, ['Signature']],
    ['no commit and no parameters', { run: { ...run, commit: null, params: {} } }, ['Commit', 'Parameters']],
    ['no run', { run: null }, ['Commit', 'Parameters']],
  ])('with %s', (_, part, expected) => expect(missing({ ...whole, ...part })).toEqual(expected))

  it('lacks every topic without a card, and with an empty one', () => {
    const all = ['Model card', 'Intended use', 'Training data', 'Evaluation', 'Limitations', 'Fairness and privacy', 'Operation and contact']
    expect(missing({ ...whole, card: null })).toEqual(all)
    expect(withCard('\n')).toEqual(all)
  })

  it('is not known where a source has not answered', () => {
    const points = docPoints({ model: undefined, version: undefined, card: undefined, run: undefined, signature: undefined })
    expect(points.map(({ found }) => found)).toEqual(points.map(() => null))
  })
})

describe('a card', () => {
  it('lacks a topic whose heading is missing', () => expect(withCard(card.replace('## Known limitations', '## Misc'))).toEqual(['Limitations']))

  it('lacks a topic whose heading has nothing below it, and says so', () => {
    const points = docPoints({ ...whole, card: { markdown: card.replace('No fleets.', '').replace('By region.', 'tbd'), origin: '' } })
    expect(points.filter(({ found }) => found === false).map(({ topic, advice }) => [topic, advice.startsWith('Its heading is there')])).toEqual([
      ['Limitations', true],
      ['Fairness and privacy', true],
    ])
  })
})

it('names what is missing before what is there', () => {
  const order = docPoints({ ...whole, signature: null, run: undefined }).map(({ found }) => found)
  expect(order).toEqual([false, null, null, ...Array.from({ length: order.length - 3 }, () => true)])
})
