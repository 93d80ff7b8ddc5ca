import { expect, test } from './fixtures'

test('a config.json that is not JSON is an error page that names the line, not the demo', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ contentType: 'application/json', body: '{\n  "demo": "only"\n  "sources": []\n}' }))
  await page.goto('/models')
  await expect(page.getByText(/line 3/).first()).toBeVisible()
  await expect(page.getByText('Demo', { exact: true })).toHaveCount(0)
  await expect(page.getByRole('table', { name: 'Models' })).toHaveCount(0)
})

test('a config.json that is missing is an error page, not the demo', async ({ page, faults }) => {
  faults.allow(/config\.json/)
  await page.route('**/config.json', (route) => route.fulfill({ status: 404, body: 'Not found' }))
  await page.goto('/models')
  await expect(page.getByText(/config\.json/).first()).toBeVisible()
  await expect(page.getByText('Demo', { exact: true })).toHaveCount(0)
})

test('a setting that does not exist is named by its path', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { sources: [], polcy: {} } }))
  await page.goto('/models')
  await expect(page.getByText(/polcy/)).toBeVisible()
})

test('the theme is there before the first paint', async ({ page, faults }) => {
  faults.allow(/ERR_FAILED/)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.route('**/assets/*.js', (route) => route.abort())
  await page.goto('/models', { waitUntil: 'commit' })
  await expect(page.locator('html[data-mantine-color-scheme="dark"]')).toHaveCount(1)
})
