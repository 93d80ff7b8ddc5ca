import type { Page } from '@playwright/test'
import { expect, openDemo, test } from './fixtures'
import type { Breakage } from './screen'
import { breakSource, modelRow, panel, versionRow } from './screen'

/** How a broken source shows on the console: in the browser's own words. */
const refused = /Failed to load resource|network error response/

const ways: readonly (readonly [breakage: Breakage, state: string, reason: RegExp])[] = [
  ['answers 500', 'Failed', /no space left on device/],
  ['asks to sign in (401)', 'No permission', /sign in|credentials|authenticat/i],
  ['drops connections', 'Failed', /gave no answer/],
  ['answers broken JSON', 'Failed', /no JSON/],
]

for (const [breakage, state, reason] of ways) {
  test(`Prometheus ${breakage}: the list and the versions work, panels say why`, async ({ page, faults }) => {
    faults.allow(refused)
    await openDemo(page, '/sources?refresh=off')
    await breakSource(page, 'prometheus', breakage)

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click()
    await expect(modelRow(page, 'claim-fraud')).toContainText('0.901')
    await expect(page.getByRole('alert').filter({ hasText: 'Live figures are missing' })).toBeVisible()

    await modelRow(page, 'freight-price').getByRole('link', { name: 'freight-price', exact: true }).click()
    await expect(versionRow(page, '18')).toContainText('champion')

    await page.getByRole('navigation', { name: 'Parts of the model' }).getByRole('link', { name: 'Serving' }).click()
    const errors = panel(page, /^Error rate/)
    await expect(errors.getByText(`${state} · prometheus`)).toBeVisible()
    await expect(errors).toContainText(reason)
    await expect(errors.getByRole('button', { name: 'Retry' })).toBeVisible()
  })
}

test('a slow Prometheus holds nothing else up', async ({ page }) => {
  await openDemo(page, '/sources')
  await breakSource(page, 'prometheus', 'answers slowly')
  await page.goto('/models/mlflow/freight-price/serving')
  await expect(page.getByRole('heading', { level: 1, name: 'freight-price' })).toBeVisible()
  await expect(panel(page, /^Error rate/)).toContainText('Loading')
  await expect(page.getByRole('figure', { name: 'Error rate', exact: true })).toContainText('v18: Last 4.1 %', { timeout: 30_000 })
})

test('a panel that failed recovers by itself when its source is back; Retry does not wait for that', async ({ page }) => {
  const prometheus = await killable(page, '/prometheus/')
  await page.clock.install()
  await prometheus.kill()
  await page.goto('/models/mlflow/freight-price/serving?refresh=10s')
  const errors = panel(page, /^Error rate/)
  await expect(errors.getByText(/^Failed/)).toBeVisible()
  await prometheus.mend()
  await page.clock.fastForward(11_000)
  await expect(page.getByRole('figure', { name: 'Error rate', exact: true })).toBeVisible()

  // What last worked stays on screen, marked stale.
  await prometheus.kill()
  await page.clock.fastForward(11_000)
  await expect(errors).toContainText('Stale since')
  await expect(page.getByRole('figure', { name: 'Error rate', exact: true })).toContainText('v18: Last')
  await prometheus.mend()
  await errors.getByRole('button', { name: 'Retry' }).click()
  await expect(errors).not.toContainText('Stale since')
})

test('without MLflow the shell, the sources and the words stay; it comes back by itself', async ({ page, faults }) => {
  faults.allow(refused)
  await openDemo(page, '/sources')
  await breakSource(page, 'mlflow', 'drops connections')
  await expect(panel(page, /^mlflow/)).toContainText(/Failed|Stale since/)
  await expect(panel(page, /^prometheus/)).toContainText('Prometheus 2.42.0')

  await page.goto('/models?refresh=off')
  const list = panel(page, 'Registered models')
  await expect(list.getByText('Failed · mlflow')).toBeVisible()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await expect(list.getByRole('button', { name: 'Retry' })).toBeVisible()
  await breakSource(page, 'mlflow', 'works')
  await expect(modelRow(page, 'claim-fraud')).toContainText('0.901')
})

test('MLflow asks to sign in: it says so, on a model’s page too', async ({ page, faults }) => {
  faults.allow(refused)
  await openDemo(page, '/sources')
  await breakSource(page, 'mlflow', 'asks to sign in (401)')
  await page.goto('/models/mlflow/claim-fraud')
  await expect(page.getByRole('main')).toContainText(/sign in|credentials|authenticat/i)
  await expect(page.getByRole('button', { name: 'Retry' }).first()).toBeVisible()
})

declare global {
  interface Window {
    /** Requests to addresses that hold this fail as if nothing listened. */
    killed?: string | null
  }
}

/** A source that can be killed behind the back of the page: not even the demo knows. */
async function killable(page: Page, address: string) {
  await openDemo(page, '/sources')
  await page.addInitScript(() => {
    window.killed = sessionStorage.getItem('killed')
    const fetch = window.fetch.bind(window)
    window.fetch = (input, init) => {
      const url = input instanceof Request ? input.url : String(input)
      return window.killed && url.includes(window.killed) ? Promise.reject(new TypeError('Failed to fetch')) : fetch(input, init)
    }
  })
  return {
    kill: () =>
      page.evaluate((part) => {
        window.killed = part
        sessionStorage.setItem('killed', part)
      }, address),
    mend: () => page.evaluate(() => (window.killed = null)),
  }
}
