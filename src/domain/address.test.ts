import { expect, it } from 'vitest'
import { comparePath, modelPath, versionPath } from './address'

it.each([
  [modelPath({ source: 'mlflow', name: 'claim-fraud' }), '/models/mlflow/claim-fraud'],
  [modelPath({ source: 'mlflow', name: 'a b?#%"🚚' }, 'docs'), '/models/mlflow/a%20b%3F%23%25%22%F0%9F%9A%9A/docs'],
  [versionPath({ source: 'm', name: 'x', version: '3' }), '/models/m/x/versions/3'],
  [versionPath({ source: 'm', name: 'x', version: '\ud83d' }), '/models/m/x/versions/%EF%BF%BD'],
  [comparePath({ source: 'm', name: 'x' }, ['3', '4']), '/models/m/x/compare?versions=3,4'],
])('%s', (path, expected) => {
  expect(path).toBe(expected)
})
