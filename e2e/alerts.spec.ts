import { expect, expectAccessible, openDemo, test } from './fixtures'

test('the release that fails is silenced, and the page says by whom, until it is not', async ({ page }) => {
  await openDemo(page, '/models')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Alerts/ }).click()
  const alert = page.getByRole('list', { name: 'Alerts of freight-price' }).getByRole('listitem').filter({ hasText: 'HighErrorRatio' })
  await expect(alert).toContainText(/Critical.*4\.\d+% of the requests to freight-price v18 fail/s)
  await expectAccessible(page)

  await alert.getByRole('button', { name: 'Silence' }).click()
  const dialog = page.getByRole('dialog', { name: 'Silence HighErrorRatio' })
  await expect(dialog.getByText('Covers 1 alert')).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
  await dialog.getByRole('button', { name: '4h' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The tariff service is being fixed')
  await dialog.getByRole('button', { name: 'Silence for 4 h' }).click()
  await expect(alert).toContainText('Silenced by priya.nair until 2 Mar 2026')
  await expect(page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Alerts/ })).toContainText('1')

  // What was done holds for the tab, and the model's own page says the same.
  await openDemo(page, '/models/mlflow/freight-price/serving')
  await page.getByRole('button', { name: 'Show alerts' }).click()
  await expect(page.getByRole('list', { name: 'Alerts of freight-price' })).toContainText('The tariff service is being fixed')
  await alert.getByRole('button', { name: 'Unsilence' }).click()
  const undo = page.getByRole('dialog', { name: 'Unsilence HighErrorRatio' })
  await expectAccessible(page, '[role="dialog"]')
  await undo.getByRole('button', { name: 'Unsilence' }).click()
  await expect(undo).toBeHidden()
  await expect(alert).not.toContainText('Silenced by')
})

test('a critical alert stands in the way of a promotion, and says where it is', async ({ page }) => {
  await openDemo(page, '/models/mlflow/freight-price?action=promote&version=16')
  const dialog = page.getByRole('dialog', { name: 'Promote freight-price version 16' })
  const check = dialog.getByRole('list', { name: 'Checks' }).getByRole('listitem').filter({ hasText: 'No critical alert fires' })
  await expect(check).toContainText('A critical alert fires: HighErrorRatio')
})
