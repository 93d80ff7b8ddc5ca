import type { Page } from '@playwright/test'
import { expect, openDemo, test } from './fixtures'
import { panel } from './screen'

const name = '🚚 "fragile" load <img src=x onerror=alert(1)> & \'co\' 50%?#'
const address = `/models/mlflow/${encodeURIComponent(name)}`

/** Nothing of the registry may run, lead out of the browser's rules, or load something from elsewhere. */
async function expectHarmless(page: Page): Promise<void> {
  const found = await page.evaluate(() => ({
    scripts: [...document.querySelectorAll('main script, main iframe, main object, main embed, main svg [onload], main [onerror], main [onmouseover]')].map((element) => element.outerHTML),
    links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '').filter((href) => /^\s*(?:javascript|data|vbscript):/i.test(href)),
    images: [...document.querySelectorAll('main img')].map((image) => image.getAttribute('src') ?? '').filter((src) => !src.startsWith('data:')),
  }))
  expect(found).toEqual({ scripts: [], links: [], images: [] })
}

test.beforeEach(({ page, faults, baseURL }) => {
  page.on('dialog', (dialog) => {
    faults.add(`a script of the registry has run: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(`${baseURL}`) && /^https?:/.test(request.url())) faults.add(`left the origin: ${request.url()}`)
  })
})

test('in the list it is text, and says what is wrong', async ({ page }) => {
  await openDemo(page, '/models?q=fragile')
  await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Models' })).toContainText('<script>alert("owner")</script>')
  await expect(page.getByText('1 problem')).toBeVisible()
  await expectHarmless(page)
  await page.getByRole('link', { name, exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
})

test('on each tab of the model it is text', async ({ page }) => {
  await openDemo(page, address)
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  // A policy that is no JSON is said, not swallowed.
  await expect(page.getByText(/modeldeck\.policy/).first()).toBeVisible()
  for (const tab of ['Versions', 'Quality', 'Serving', 'Docs', 'History']) {
    await page.getByRole('navigation', { name: 'Parts of the model' }).getByRole('link', { name: tab }).click()
    await expect(page.getByText('Loading', { exact: true })).toHaveCount(0)
    await expectHarmless(page)
  }
})

test('a description of 5,000 characters with markup is shown as far as it is harmless', async ({ page }) => {
  await openDemo(page, `${address}/docs`)
  const about = panel(page, 'About the model')
  await expect(about).toContainText('Predicts breakage.')
  await expect(about).toContainText('read more')
  await expect(about.getByRole('link', { name: 'read more' })).toHaveCount(0)
  await expectHarmless(page)
})

test('a metric that is no number, a version without a run, tags that mean nothing: each is said', async ({ page, faults }) => {
  faults.allow(/404 .*path=MLmodel/)
  await openDemo(page, `${address}/versions/2`)
  await expect(page.getByRole('heading', { level: 1, name: 'Version 2' })).toBeVisible()
  await expect(page.getByText('NaN was logged.')).toBeVisible()
  await expect(page.getByRole('table', { name: 'Metrics' }).getByRole('row', { name: /^F1/ })).toContainText('f1_score was logged, but is not a number.')
  await openDemo(page, `${address}/versions/3`)
  await expect(page.getByText(/modeldeck\.sunset/).first()).toBeVisible()
  await expect(page.getByText('No run is known, so neither are its parameters.')).toBeVisible()
  await expectHarmless(page)
})

test('an alias to a deleted version is said where it stands', async ({ page, faults }) => {
  // Asking for that version is how it is found out.
  faults.allow(/404 .*model-versions\/get/)
  await openDemo(page, '/models/mlflow/container-dwell-time')
  await expect(page.getByText(/champion points at v7, which no longer exists/).first()).toBeVisible()
})
