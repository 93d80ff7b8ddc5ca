import { expect, test } from './fixtures'
import { Registry, loggedVersions, setting } from './registry'
import { act, chartNumbers, confirm, modelRow, versionRow } from './screen'

const model = 'breast-cancer'
const registry = new Registry(setting('MODELDECK_LIVE_MLFLOW'))
const page3 = `/models/mlflow/${model}`

// They change one registry, in this order.
test.describe.configure({ mode: 'serial' })

test('the list shows what is registered, with the metrics of the champion and its traffic', async ({ page }) => {
  await page.goto('/models')
  for (const name of [model, 'wine', 'digits', 'diabetes-progression']) await expect(modelRow(page, name)).toBeVisible()
  const champion = loggedVersions(model).find(({ aliases }) => aliases.includes('champion'))
  const row = modelRow(page, model)
  await expect(row).toContainText(`v${champion?.version}`)
  for (const key of ['accuracy', 'precision', 'recall', 'f1']) await expect(row).toContainText(champion?.metrics[key]?.toFixed(3) ?? key)
  await expect(row).toContainText(/\d\s*%/)
  await expect(row).toContainText(/\d\s*ms/)
})

test('each version shows the four metrics that its run logged', async ({ page }) => {
  for (const [name, prefix] of [
    [model, ''],
    ['wine', 'val_'],
    ['digits', 'test/'],
  ] as const) {
    await page.goto(`/models/mlflow/${name}`)
    for (const { version, metrics } of loggedVersions(name))
      for (const key of ['accuracy', 'precision', 'recall', 'f1'])
        await expect(versionRow(page, version)).toContainText(metrics[prefix + key]?.toFixed(3) ?? key)
  }
})

test('a regression shows its own measure and no F1', async ({ page }) => {
  await page.goto('/models')
  await expect(modelRow(page, 'diabetes-progression')).toContainText(/RMSE|MAE|R²/)
})

test('the charts of a served model draw its traffic, failures and latency', async ({ page }) => {
  await page.goto(`${page3}/serving?range=1h`)
  expect(Math.max(...(await chartNumbers(page, 'Request rate')))).toBeGreaterThan(0)
  expect(Math.max(...(await chartNumbers(page, 'Error rate')))).toBeGreaterThan(0)
  expect(Math.max(...(await chartNumbers(page, 'Latency')))).toBeGreaterThan(0)
})

test('the documentation holds the model card and the signature', async ({ page }) => {
  await page.goto(`${page3}/docs`)
  await expect(page.getByRole('heading', { name: 'Intended use' })).toBeVisible()
  await expect(page.getByText('mean radius').first()).toBeVisible()
})

test('Promote moves the alias in MLflow, and reload shows the same', async ({ page }) => {
  const before = await registry.versionOf(model, 'champion')
  const candidate = (await registry.versionOf(model, 'challenger')) ?? ''
  await page.goto(`${page3}/versions/${candidate}`)
  await act(page, 'Promote', model, candidate, 'Better on the held-out third')
  await expect.poll(() => registry.versionOf(model, 'champion')).toBe(candidate)
  const records = Object.entries(await registry.tagsOf(model, candidate)).filter(([key]) => key.startsWith('modeldeck.change.'))
  expect(records.map(([, value]) => JSON.parse(value))).toEqual([
    expect.objectContaining({ action: 'promote', status: 'done', from: before, to: candidate, reason: 'Better on the held-out third' }),
  ])
  await page.reload()
  await page.goto('/models')
  await expect(modelRow(page, model)).toContainText(`v${candidate}`)
})

test('Roll back returns the alias to the version before', async ({ page }) => {
  const now = await registry.versionOf(model, 'champion')
  await page.goto(page3)
  await page.getByRole('button', { name: 'Roll back' }).first().click()
  const dialog = page.getByRole('dialog', { name: new RegExp(`Roll back ${model}`) })
  await confirm(dialog, 'Roll back', 'Trying the way back')
  await expect.poll(() => registry.versionOf(model, 'champion')).not.toBe(now)
})

test('Deprecate writes the tags, and reload shows the same', async ({ page }) => {
  const version = '1'
  await page.goto(`${page3}/versions/${version}`)
  await act(page, 'Deprecate', model, version, 'One split of one feature')
  await expect.poll(async () => (await registry.tagsOf(model, version))['modeldeck.lifecycle']).toBe('deprecated')
  expect((await registry.tagsOf(model, version))['modeldeck.reason']).toBe('One split of one feature')
  await page.reload()
  await expect(page.getByText(/deprecated/i).first()).toBeVisible()
})
