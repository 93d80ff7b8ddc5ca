import { expect, openDemo, test } from './fixtures'
import { chartTable, panel } from './screen'

const quality = '/models/mlflow/claim-fraud/quality'
const measures = ['Accuracy', 'Precision', 'Recall', 'F1']

test('the four measures by version, each a figure with its table', async ({ page }) => {
  await openDemo(page, quality)
  for (const measure of measures) await expect(page.getByRole('figure', { name: measure, exact: true })).toBeVisible()
  await expect(panel(page, /^Recall/)).toContainText('at risk below 0.850, failing below 0.750; set by this model’s policy')
  const table = await chartTable(page, 'Recall')
  await expect(table.getByRole('row', { name: /^v13/ })).toContainText('0.903')
  await expect(table.getByRole('row', { name: /^v12/ })).toContainText('0.898')
})

test('over time shows recall sinking in production; the choice is in the address', async ({ page }) => {
  await openDemo(page, `${quality}?range=30d`)
  await page.getByText('Over time', { exact: true }).click()
  for (const measure of measures) await expect(page.getByRole('figure', { name: measure, exact: true })).toBeVisible()
  await expect(page.getByRole('figure', { name: 'Recall', exact: true })).toContainText('v12: Last 0.782, between 0.782 and 0.912')
  const address = page.url()
  await page.reload()
  await expect(page.getByRole('radio', { name: 'Over time' })).toBeChecked()
  expect(page.url()).toBe(address)
  await panel(page, /^Recall/).getByRole('button', { name: 'Show the query' }).click()
  await expect(panel(page, /^Recall/)).toContainText('model_quality{')
})

test('drift names the feature that moved', async ({ page }) => {
  await openDemo(page, quality)
  await expect(page.getByRole('table', { name: 'Input drift' }).getByRole('row').nth(1)).toContainText(/claim_amount.*0\.31.*At risk/)
})

test('a training curve is drawn for the chosen version and metric', async ({ page }) => {
  await openDemo(page, quality)
  await expect(page.getByRole('figure', { name: 'validation-logloss' })).toContainText('From step 0')
  await page.getByRole('combobox', { name: 'Metric of the curve' }).selectOption('train-logloss')
  await expect(page.getByRole('figure', { name: 'train-logloss' })).toContainText('From step 0')
})

test('a regression has its own measure and no F1', async ({ page }) => {
  await openDemo(page, '/models/mlflow/freight-price/quality')
  await expect(page.getByRole('figure', { name: 'RMSE', exact: true })).toBeVisible()
  await expect(page.getByRole('figure', { name: 'F1', exact: true })).toHaveCount(0)
})
