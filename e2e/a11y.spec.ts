import type { Page } from '@playwright/test'
import { expect, expectAccessible, openDemo, test, violations } from './fixtures'
import { breakSource, modelRow, openDemoPanel, panel, versionRow } from './screen'

/** The pages, each with what shows that it is complete. */
const pages: readonly (readonly [name: string, address: string, ready: (page: Page) => Promise<void>])[] = [
  ['list', '/models', (page) => expect(modelRow(page, 'claim-fraud')).toContainText('0.901')],
  ['versions', '/models/mlflow/claim-fraud', (page) => expect(versionRow(page, '12')).toContainText('0.901')],
  ['quality', '/models/mlflow/claim-fraud/quality', (page) => expect(page.getByRole('figure', { name: 'F1', exact: true })).toBeVisible()],
  ['serving', '/models/mlflow/freight-price/serving', (page) => expect(page.getByRole('figure', { name: 'Latency', exact: true })).toBeVisible()],
  ['docs', '/models/mlflow/claim-fraud/docs', (page) => expect(page.getByRole('heading', { name: 'Intended use' })).toBeVisible()],
  ['history of a model', '/models/mlflow/freight-price/history', (page) => expect(page.getByRole('list', { name: /^Decisions of/ }).first()).toBeVisible()],
  ['version', '/models/mlflow/claim-fraud/versions/13', (page) => expect(page.getByRole('table', { name: 'Metrics' })).toBeVisible()],
  ['requests', '/requests', (page) => expect(page.getByRole('article', { name: 'candidate-screening v8' })).toContainText(/\d+ of \d+ pass/)],
  ['policy', '/models/mlflow/claim-fraud/history?policy=edit', (page) => expect(page.getByRole('table', { name: 'Promoting today’s versions' })).toContainText('could be promoted')],
  ['history', '/history', (page) => expect(page.getByRole('list', { name: /^Decisions of/ }).first()).toBeVisible()],
  ['sources', '/sources', (page) => expect(panel(page, /^prometheus/)).toContainText('2.42.0')],
]

for (const [name, address, ready] of pages) {
  test(`${name}: no violation, wide and narrow, light and dark`, async ({ page }) => {
    await openDemo(page, address)
    await ready(page)
    await expectAccessible(page)
    await page.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 'nothing sticks out at the side').toBe(0)
  })
}

test('what opens over the page: no violation', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud')
  await openDemoPanel(page)
  await expectAccessible(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await page.getByRole('combobox', { name: 'Model, version or page' }).fill('fraud')
  await expect(page.getByRole('option', { name: /claim-fraud/ })).toBeVisible()
  await expectAccessible(page, '[role="dialog"]')
  await page.keyboard.press('Escape')

  await page.getByRole('checkbox', { name: 'Select version 12' }).check()
  await page.getByRole('checkbox', { name: 'Select version 13' }).check()
  await page.getByRole('link', { name: 'Compare', exact: true }).click()
  await expect(page.getByRole('table', { name: 'Metrics' })).toContainText('0.921')
  await expect(page.getByRole('heading', { name: 'Intended use' }).first()).toBeVisible()
  await expectAccessible(page)
})

test('limits that are tried and exported: no violation, wide and narrow', async ({ page }) => {
  await openDemo(page, '/models/mlflow/freight-price/history?policy=edit&refresh=off')
  const editor = page.getByRole('dialog', { name: 'Policy of freight-price' })
  await editor.getByRole('button', { name: 'Error ratio', exact: true }).click()
  await expect(editor.getByRole('table', { name: 'When Error ratio would have fired' })).toContainText('critical')
  await editor.getByRole('button', { name: 'Export as alert rules' }).click()
  await expect(editor.getByRole('group', { name: 'modeldeck-rules.yml' })).toContainText('ModelErrorRatioHigh')
  await expectAccessible(page, '[role="dialog"]')
  await page.setViewportSize({ width: 390, height: 844 })
  await expectAccessible(page, '[role="dialog"]')
  expect(await editor.evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth), 'nothing sticks out at the side').toBe(0)
})

test('what failed, what is missing, and what is shown as a table: no violation', async ({ page, faults }) => {
  faults.allow(/Failed to load resource|network error response/)
  await openDemo(page, '/models/mlflow/freight-price/serving?refresh=off')
  await panel(page, /^Request rate/).getByRole('button', { name: 'Show as table' }).click()
  await panel(page, /^Error rate/).getByRole('button', { name: 'Show the query' }).click()
  await breakSource(page, 'prometheus', 'answers 500')
  await expect(panel(page, /^Error rate/)).toContainText('Stale since')
  await expectAccessible(page)
  await page.reload()
  await expect(panel(page, /^Error rate/)).toContainText('Failed')
  await expectAccessible(page)
  await page.goto('/models?q=nothing-like-that')
  await expect(page.getByText('No model matches')).toBeVisible()
  await expectAccessible(page)
})

test('a deployment that cannot start: no violation', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { sources: [], polcy: {} } }))
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.goto('/models')
    await expect(page.getByText(/polcy/)).toBeVisible()
    expect(await violations(page)).toEqual([])
  }
})
