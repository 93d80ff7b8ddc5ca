import { expect, it } from 'vitest'
import { aModel } from '@/domain/testData'
import { destinations } from './palette'

const model = (name: string) => aModel({ ref: { source: 'mlflow', name } })
const models = [model('claim-fraud'), model('churn'), model('fraud'), model('model v2')]

it.each([
  ['fraud', ['fraud', 'claim-fraud']],
  ['claim', ['claim-fraud']],
  ['fraud 12', ['fraud version 12', 'claim-fraud version 12']],
  ['churn v3', ['churn version 3']],
  ['sources', ['Sources']],
  ['nothing like it', []],
])('%s', (text, expected) => {
  expect(destinations(text, models).map((d) => d.title)).toEqual(expected)
})
