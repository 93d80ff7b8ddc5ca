import { expect, openDemo, test } from './fixtures'
import { listedModels, modelRow } from './screen'

test('what needs a person comes first, with the reason in words', async ({ page }) => {
  await openDemo(page)
  await expect(page.getByText('24 models')).toBeVisible()
  await expect(modelRow(page, 'freight-price')).toContainText('Errors rose from 0.2 % to 4.1 % with v18, 3 h ago')
  await expect.poll(async () => (await listedModels(page)).slice(0, 5)).toEqual(['freight-price', 'container-dwell-time', 'claim-fraud', 'address-matching', 'next-best-offer'])
  const row = modelRow(page, 'claim-fraud')
  for (const figure of ['At risk', 'v12', '0.901', '0.965', '0.905', '0.898', 'risk-team']) await expect(row).toContainText(figure)
  // A regression shows its own measure and no F1.
  await expect(modelRow(page, 'freight-price').getByRole('cell', { name: /^RMSE 19\.1/ })).toBeVisible()
})

test('tiles and filters live in the address: back, reload and a shared link show the same', async ({ page, context }) => {
  await openDemo(page)
  await page.getByRole('button', { name: '5 need attention' }).click()
  await expect(page.getByText('5 of 24 models')).toBeVisible()
  await expect(page).toHaveURL(/status=failing%2Cat-risk/)
  await page.getByRole('combobox', { name: 'Owner' }).selectOption('risk-team')
  await expect(page.getByText('1 of 24 models')).toBeVisible()
  await page.getByRole('button', { name: 'Remove filter Status Failing' }).click()
  await expect(page).toHaveURL(/status=at-risk&owner=risk-team|owner=risk-team.*status=at-risk/)

  const shared = await context.newPage()
  await shared.goto(page.url())
  await expect(shared.getByText('1 of 24 models')).toBeVisible()
  await expect(modelRow(shared, 'claim-fraud')).toBeVisible()
  await shared.close()

  await page.reload()
  await expect(page.getByText('1 of 24 models')).toBeVisible()
  await page.goBack()
  await page.goBack()
  await expect(page.getByText('5 of 24 models')).toBeVisible()
  await page.goBack()
  await expect(page.getByText('24 models', { exact: true })).toBeVisible()
})

test('typing narrows the list without a step back for each letter', async ({ page }) => {
  await openDemo(page, '/sources')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click()
  await page.getByRole('searchbox', { name: 'Search by name or owner' }).fill('fraud')
  await expect(page).toHaveURL(/q=fraud/)
  await expect.poll(() => listedModels(page)).toEqual(['claim-fraud'])
  await page.goBack()
  await expect(page).toHaveURL(/\/sources/)
})

test('nothing matches: it says so and offers the way back', async ({ page }) => {
  await openDemo(page, '/models?q=no-such-thing')
  await expect(page.getByText('No model matches')).toBeVisible()
  await page.getByRole('button', { name: 'Clear all filters' }).click()
  await expect(page.getByText('24 models', { exact: true })).toBeVisible()
})

test('columns sort both ways, and the address keeps it', async ({ page }) => {
  await openDemo(page)
  const table = page.getByRole('table', { name: 'Models' })
  await table.getByRole('button', { name: /^F1/ }).click()
  await expect(page).toHaveURL(/sort=-f1/)
  await expect(table.getByRole('columnheader', { name: /^F1/ })).toHaveAttribute('aria-sort', 'descending')
  const best = (await listedModels(page))[0]
  await table.getByRole('button', { name: /^F1/ }).click()
  await expect(page).toHaveURL(/sort=f1/)
  await expect(table.getByRole('columnheader', { name: /^F1/ })).toHaveAttribute('aria-sort', 'ascending')
  await expect.poll(async () => (await listedModels(page))[0]).not.toBe(best)
})

test('a pinned model stays on top, over reloads and in the shared link', async ({ page }) => {
  await openDemo(page)
  await page.getByRole('button', { name: 'Pin invoice-anomaly' }).click()
  await expect.poll(async () => (await listedModels(page))[0]).toBe('invoice-anomaly')
  await expect(page).toHaveURL(/pins=mlflow%252Finvoice-anomaly/)
  await page.getByRole('button', { name: 'Pinned' }).click()
  await expect(page.getByText('1 of 24 models')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 of 24 models')).toBeVisible()
  await page.getByRole('button', { name: 'Pinned' }).click()
  await page.getByRole('button', { name: 'Pin invoice-anomaly' }).click()
  await expect.poll(async () => (await listedModels(page))[0]).toBe('freight-price')
})

test('Mine shows what the person owns, once it is known who that is', async ({ page }) => {
  await openDemo(page, '/models?mine=1')
  await expect(page.getByText('0 of 24 models')).toBeVisible()
  await page.goto('/models/mlflow/claim-fraud')
  await page.getByRole('button', { name: 'Change owner' }).click()
  await page.getByRole('textbox', { name: 'Owner' }).fill('priya.nair')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Change owner' })).toBeVisible()
  await page.getByRole('link', { name: 'Models', exact: true }).first().click()
  await page.getByRole('button', { name: 'Mine' }).click()
  await expect(page.getByText('1 of 24 models')).toBeVisible()
  await expect.poll(() => listedModels(page)).toEqual(['claim-fraud'])
})

test('columns can be left out, and the choice is kept', async ({ page }) => {
  await openDemo(page)
  const header = page.getByRole('columnheader', { name: /^Recall/ })
  await expect(header).toBeVisible()
  await page.getByRole('button', { name: 'Columns' }).click()
  await page.getByRole('checkbox', { name: 'Recall' }).uncheck()
  await expect(header).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.reload()
  await expect(modelRow(page, 'claim-fraud')).toBeVisible()
  await expect(header).toHaveCount(0)
})

test('on a narrow screen the rest of a row is one tap away', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await openDemo(page)
  const row = modelRow(page, 'claim-fraud')
  await expect(row).toContainText('Recall fell')
  const details = page.getByRole('button', { name: 'Details of claim-fraud' })
  await details.click()
  await expect(details).toHaveAttribute('aria-expanded', 'true')
  await expect(page.getByRole('definition').filter({ hasText: '86 ms' })).toBeVisible()
  // Nothing sticks out at the side.
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})

test('keys alone: search, rows, palette to a version, the list of keys, and focus returns', async ({ page }) => {
  await openDemo(page)
  await expect(modelRow(page, 'freight-price')).toContainText('RMSE')
  await page.keyboard.press('/')
  const search = page.getByRole('searchbox', { name: 'Search by name or owner' })
  await expect(search).toBeFocused()

  const first = modelRow(page, 'freight-price')
  await first.focus()
  await page.keyboard.press('ArrowDown')
  await expect(modelRow(page, 'container-dwell-time')).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await expect(first).toBeFocused()

  await page.keyboard.press('?')
  const keys = page.getByRole('dialog', { name: 'Keys' })
  await expect(keys).toContainText('Jump to any model, version or page')
  await page.keyboard.press('Escape')
  await expect(keys).toBeHidden()
  await expect(first).toBeFocused()

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('combobox', { name: 'Model, version or page' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(first).toBeFocused()

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Model, version or page' }).fill('claim-fraud 12')
  await expect(page.getByRole('option', { name: /claim-fraud version 12/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/models\/mlflow\/claim-fraud\/versions\/12\?/)
  await expect(page.getByRole('heading', { level: 1, name: 'Version 12' })).toBeVisible()
})

test('Enter on a row opens it; the address stays what it was when it is left', async ({ page }) => {
  await openDemo(page, '/models?sort=-f1')
  await modelRow(page, 'claim-fraud').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'claim-fraud' })).toBeVisible()
  await page.goBack()
  await expect(page).toHaveURL(/sort=-f1/)
  await expect(modelRow(page, 'claim-fraud')).toBeVisible()
})
