import { expect, openDemo, test } from './fixtures'
import { panel } from './screen'

const candidate = '/models/mlflow/claim-fraud/versions/13'

test('a version is measured against the champion', async ({ page }) => {
  await openDemo(page, candidate)
  await expect(page.getByRole('heading', { level: 1, name: 'Version 13' })).toBeVisible()
  const metrics = panel(page, /^Metrics against the champion/).getByRole('table', { name: 'Metrics' })
  await expect(metrics.getByRole('row', { name: /^F1/ })).toContainText(/0\.901.*0\.921.*up 0\.020, better/)
  // Lower is better here.
  await expect(metrics.getByRole('row', { name: /^Log loss/ })).toContainText('down 0.016, better')
})

test('facts, documents and the address to load it by', async ({ page }) => {
  await openDemo(page, candidate)
  await expect(page.getByRole('heading', { name: 'Intended use' })).toBeVisible()
  await expect(panel(page, 'Signature').getByRole('row', { name: /^claim_amount/ })).toContainText('double')
  await expect(panel(page, 'Parameters').getByRole('row', { name: /^max_depth/ })).toContainText('6')
  await expect(page.getByRole('region', { name: 'Facts', exact: true })).toContainText('7458e2e6809de98207d1228985e33443a38e99c9')
  await expect(page.getByText('models:/claim-fraud@challenger').first()).toBeVisible()
})

test('files are shown in place and downloaded as they are', async ({ page }) => {
  await openDemo(page, candidate)
  const files = panel(page, 'Artifacts')
  await files.getByRole('button', { name: 'Show requirements.txt' }).click()
  await expect(files).toContainText('xgboost')
  const download = page.waitForEvent('download')
  await files.getByRole('link', { name: 'Download MODEL_CARD.md' }).click()
  expect((await download).suggestedFilename()).toBe('MODEL_CARD.md')
})

test('a deprecated version says until when, why, and who still calls it', async ({ page }) => {
  await openDemo(page, '/models/mlflow/address-matching/versions/4')
  await expect(page.getByText(/deprecated/i).first()).toBeVisible()
  await expect(page.getByText(/knows the country/).first()).toBeVisible()
  await expect(page.getByText(/in 9 d/).first()).toBeVisible()
  await expect(page.getByText('4.3').first()).toBeVisible()
})

test('a version that is not there is said in words', async ({ page, faults }) => {
  faults.allow(/404/)
  await openDemo(page, '/models/mlflow/claim-fraud/versions/99')
  await expect(page.getByText(/version 99/i).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Retry' })).toBeVisible()
})
