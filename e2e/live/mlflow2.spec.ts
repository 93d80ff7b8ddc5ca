import { expect, test } from './fixtures'
import { Registry, loggedVersions, setting } from './registry'
import { act, chartNumbers, modelRow, versionRow } from './screen'

// The same build over MLflow 2 and VictoriaMetrics, under the name localhost.
const model = 'breast-cancer'
const registry = new Registry(setting('MODELDECK_LIVE_MLFLOW_2'))

test.use({ baseURL: setting('MODELDECK_LIVE_APP_2') })
test.describe.configure({ mode: 'serial' })

test('MLflow 2: list and versions show what the runs logged', async ({ page }) => {
  await page.goto('/models')
  await modelRow(page, model).getByRole('link', { name: model, exact: true }).click()
  for (const { version, metrics } of loggedVersions(model, 'MODELDECK_LIVE_FACTS_2'))
    for (const key of ['accuracy', 'precision', 'recall', 'f1'])
      await expect(versionRow(page, version)).toContainText(metrics[key]?.toFixed(3) ?? key)
})

test('VictoriaMetrics: the charts draw the same traffic', async ({ page }) => {
  await page.goto(`/models/mlflow/${model}/serving?range=1h`)
  expect(Math.max(...(await chartNumbers(page, 'Request rate')))).toBeGreaterThan(0)
})

test('MLflow 2: Promote moves the alias', async ({ page }) => {
  const candidate = (await registry.versionOf(model, 'challenger')) ?? ''
  await page.goto(`/models/mlflow/${model}/versions/${candidate}`)
  await act(page, 'Promote', model, candidate, 'Better on the held-out third')
  await expect.poll(() => registry.versionOf(model, 'champion')).toBe(candidate)
})
