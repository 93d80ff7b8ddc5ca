import { basename } from 'node:path'
import { firstLoad } from '../scripts/firstLoad.mjs'
import { expect, test } from './fixtures'

test('a deployment loads for its list what the budget counts, and nothing else', async ({ page }) => {
  await page.route('**/config.json', (route) => route.fulfill({ json: { demo: 'off', sources: [{ id: 'mlflow', type: 'mlflow', url: '/registry' }] } }))
  await page.route('**/registry/**', (route) => route.fulfill({ json: {} }))
  const loaded: string[] = []
  page.on('request', (request) => {
    if (/\/assets\/.*\.(?:js|css)$/.test(request.url())) loaded.push(basename(request.url()))
  })
  await page.goto('/models')
  await expect(page.getByRole('main')).toBeVisible()
  await page.waitForLoadState('networkidle')
  const { js, css } = firstLoad('src/pages/models/')
  const counted = new Set([...js, ...css].map((file) => basename(file)))
  expect(loaded.filter((file) => !counted.has(file))).toEqual([])
  expect(loaded.length).toBeGreaterThan(1)
})
