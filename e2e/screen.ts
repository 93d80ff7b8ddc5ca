import type { Locator, Page } from '@playwright/test'
import { expect } from './fixtures'

export { modelRow, versionRow } from './live/screen'

/** The names in the list, in its order. */
export function listedModels(page: Page): Promise<string[]> {
  const names = page.getByRole('table', { name: 'Models' }).getByRole('rowheader')
  // What follows the name leads to reasons and alerts.
  return names.evaluateAll((cells) => cells.map((cell) => cell.querySelector('a')?.textContent ?? ''))
}

/** A panel by the beginning of its name. */
export function panel(page: Page, title: string | RegExp): Locator {
  return page.getByRole('region', { name: title })
}

/** Opens the demo's levers; they stay open until Escape. */
export async function openDemoPanel(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Demo', exact: true }).click()
  const levers = page.getByRole('dialog', { name: 'Demo' })
  await expect(levers.getByRole('heading', { name: 'Try this' })).toBeVisible()
  return levers
}

/** What can be broken in a source, in the words of the demo's panel. */
export type Breakage = 'works' | 'answers slowly' | 'answers 500' | 'asks to sign in (401)' | 'drops connections' | 'answers broken JSON'

/** Breaks a source of the demo, or mends it. */
export async function breakSource(page: Page, source: string, breakage: Breakage): Promise<void> {
  const levers = await openDemoPanel(page)
  await levers.getByRole('combobox', { name: source }).selectOption({ label: breakage })
  await page.keyboard.press('Escape')
  await expect(levers).toBeHidden()
}

/** Moves the demo's clock forward. */
export async function moveClock(page: Page, by: '+ 1 hour' | '+ 1 day' | '+ 7 days'): Promise<void> {
  const levers = await openDemoPanel(page)
  await levers.getByRole('button', { name: by }).click()
  await page.keyboard.press('Escape')
  await expect(levers).toBeHidden()
}

/** Follows a link within the app, as a person would, and waits for where it leads. */
export async function follow(page: Page, link: Locator, address: RegExp): Promise<void> {
  await link.click()
  await expect(page).toHaveURL(address)
}

/** The numbers of a chart's table, opened by `Show as table`. */
export async function chartTable(page: Page, measure: string): Promise<Locator> {
  const frame = panel(page, new RegExp(`^${measure}`))
  await frame.getByRole('button', { name: 'Show as table' }).click()
  const table = frame.getByRole('table', { name: measure, exact: true })
  await expect(table.getByRole('cell').first()).toBeVisible()
  return table
}
