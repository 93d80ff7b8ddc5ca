import { expect, openDemo, test } from './fixtures'
import { follow, versionRow } from './screen'

const claimFraud = '/models/mlflow/claim-fraud'

test('the head says how the model stands, why, who serves and who owns it', async ({ page }) => {
  await openDemo(page, claimFraud)
  await expect(page.getByRole('heading', { level: 1, name: 'claim-fraud' })).toBeVisible()
  await expect(page).toHaveTitle(/claim-fraud/)
  const reasons = page.getByRole('list', { name: 'Reasons' })
  await expect(reasons).toContainText('claim_amount drifts (PSI 0.31)')
  await expect(reasons).toContainText('Recall fell from 0.91')
  await expect(page.getByRole('list', { name: 'Worth knowing' })).toContainText('Challenger v13 is better: F1 0.921, champion 0.901')
  const strip = page.getByRole('region', { name: 'Who served production when' })
  await expect(strip.getByRole('link', { name: 'v12 serves production since 20 Jan 2026 (41 d).' })).toBeVisible()
  await expect(strip.getByRole('link', { name: 'v13 challenger' })).toBeVisible()
  await follow(page, strip.getByRole('link', { name: /^v11 served/ }), /versions\/11\?/)
})

test('tabs are addresses: each is a link, back returns, reload stays', async ({ page }) => {
  await openDemo(page, claimFraud)
  const tabs = page.getByRole('navigation', { name: 'Parts of the model' })
  for (const [tab, address] of [
    ['Quality', /claim-fraud\/quality\?/],
    ['Serving', /claim-fraud\/serving\?/],
    ['Docs', /claim-fraud\/docs\?/],
    ['History', /claim-fraud\/history\?/],
  ] as const) {
    await follow(page, tabs.getByRole('link', { name: tab }), address)
    await expect(tabs.getByRole('link', { name: tab })).toHaveAttribute('aria-current', 'page')
  }
  await page.goBack()
  await expect(page).toHaveURL(/\/docs\?/)
  await page.reload()
  await expect(page.getByRole('region', { name: 'About the model' })).toBeVisible()
})

test('versions show what their runs logged and what they serve', async ({ page }) => {
  await openDemo(page, claimFraud)
  await expect(page.getByText('13 versions', { exact: true })).toBeVisible()
  for (const words of ['champion', '0.901', '0.965', '0.905', '0.898', '86 ms']) await expect(versionRow(page, '12')).toContainText(words)
  for (const words of ['challenger', '0.921', '0.972', '0.940', '0.903', '92 ms']) await expect(versionRow(page, '13')).toContainText(words)
  await expect(versionRow(page, '9')).toContainText('archived')
  await page.getByRole('combobox', { name: 'Stage' }).selectOption('archived')
  await expect(versionRow(page, '13')).toHaveCount(0)
  await expect(page).toHaveURL(/stage=archived/)
})

test('chosen versions are compared side by side, by keys alone', async ({ page }) => {
  await openDemo(page, claimFraud)
  await versionRow(page, '13').focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await expect(page.getByText('2 versions chosen')).toBeVisible()
  await page.getByRole('link', { name: 'Compare', exact: true }).press('Enter')
  await expect(page).toHaveURL(/compare\?.*versions=12(%2C|,)13/)
  const metrics = page.getByRole('table', { name: 'Metrics' })
  await expect(metrics.getByRole('row', { name: /^F1/ })).toContainText('best 0.921')
  await expect(metrics.getByRole('row', { name: /^F1/ })).toContainText('up 0.020, better')
  await expect(page.getByRole('table', { name: 'Parameters that differ' })).toContainText('n_estimators')
  await page.goBack()
  await expect(versionRow(page, '13')).toBeVisible()
})

test('the owner is set in place and kept', async ({ page }) => {
  await openDemo(page, '/models/mlflow/invoice-anomaly')
  await page.getByRole('button', { name: 'Change owner' }).click()
  const field = page.getByRole('textbox', { name: 'Owner' })
  await expect(field).toBeFocused()
  await field.fill('accounts-payable')
  await field.press('Enter')
  await expect(page.getByText('accounts-payable')).toBeVisible()
  await page.reload()
  await expect(page.getByText('accounts-payable')).toBeVisible()
  await page.goto('/models?q=accounts-payable')
  await expect(page.getByText('1 of 24 models')).toBeVisible()
})

test('a model that is not there is said in words, with the way on', async ({ page, faults }) => {
  faults.allow(/404/)
  await openDemo(page, '/models/mlflow/no-such-model')
  await expect(page.getByText('mlflow has no model called “no-such-model”')).toBeVisible()
  await follow(page, page.getByRole('link', { name: 'Search for “no-such-model”' }), /models\?q=no-such-model/)
  await openDemo(page, '/models/elsewhere/claim-fraud')
  await expect(page.getByText(/elsewhere/).first()).toBeVisible()
  await openDemo(page, '/no/such/page')
  await expect(page.getByRole('link', { name: 'Models' }).first()).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
})
