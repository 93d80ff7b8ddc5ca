import type { Locator, Page } from '@playwright/test'
import { expect } from '../fixtures'

/** The row of a model in the list, found by its link. */
export function modelRow(page: Page, name: string): Locator {
  return page.getByRole('table', { name: 'Models' }).getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
}

/** The row of a version, by its number. */
export function versionRow(page: Page, version: string): Locator {
  return page
    .getByRole('table', { name: 'Versions' })
    .getByRole('row')
    .filter({ has: page.getByRole('link', { name: new RegExp(`^(?:v|version )?${version}$`, 'i') }) })
}

/** Opens an action's dialog, gives a reason and confirms; waits until the dialog has closed. */
export async function act(page: Page, verb: string, model: string, version: string, reason: string): Promise<void> {
  await page.getByRole('button', { name: verb, exact: true }).first().click()
  await confirm(page.getByRole('dialog', { name: `${verb} ${model} version ${version}` }), verb, reason)
}

/** Says who one is, which a registry without accounts asks once a browser, gives a reason and confirms. */
export async function confirm(dialog: Locator, verb: string, reason: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await dialog.getByRole('button', { name: 'Use this name' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill(reason)
  await dialog.getByRole('button', { name: new RegExp(`^${verb}`) }).click()
  await expect(dialog).toBeHidden()
}

/** Waits until every check of a decision has its verdict: twenty questions or more, on a machine that may be busy. */
export async function judged(dialog: Locator): Promise<void> {
  await expect(dialog.getByRole('list', { name: 'Checks' })).toBeVisible({ timeout: 45_000 })
  await expect(dialog.getByText('Checking')).toHaveCount(0, { timeout: 45_000 })
}

/** The numbers of a chart, through its table. */
export async function chartNumbers(page: Page, measure: string): Promise<number[]> {
  await expect(page.getByRole('figure', { name: measure, exact: true })).toBeVisible()
  // A panel's name goes on after the measure: `Latency 95th percentile`.
  const panel = page.getByRole('region', { name: new RegExp(`^${measure}`) })
  await panel.getByRole('button', { name: 'Show as table' }).click()
  const table = panel.getByRole('table', { name: measure, exact: true })
  await expect(table.getByRole('cell').first()).toBeVisible()
  const cells = await table.getByRole('cell').allTextContents()
  return cells.map((cell) => Number.parseFloat(cell)).filter(Number.isFinite)
}
