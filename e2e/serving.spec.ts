import { expect, openDemo, test } from './fixtures'
import { chartTable, panel } from './screen'

const serving = '/models/mlflow/freight-price/serving'

test('rate, errors and latency by version, with the release that broke it', async ({ page }) => {
  await openDemo(page, serving)
  await expect(page.getByRole('group', { name: 'Now' })).toContainText('4.1 %')
  for (const measure of ['Request rate', 'Error rate', 'Latency', 'In flight']) await expect(page.getByRole('figure', { name: measure, exact: true })).toBeVisible()
  const errors = page.getByRole('figure', { name: 'Error rate', exact: true })
  await expect(errors).toContainText('v18: Last 4.1 %')
  await expect(errors).toContainText('07:30: jonas.keller promoted v17 → v18')
  await expect(errors).toContainText('failing 3.0 %')
})

test('a line is taken off by its name in the legend', async ({ page }) => {
  await openDemo(page, serving)
  const figure = page.getByRole('figure', { name: 'Error rate', exact: true })
  const line = figure.getByRole('button', { name: 'v17' })
  await line.click()
  await expect(line).toHaveAttribute('aria-pressed', 'false')
  await expect(figure.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'v17' }) })).toContainText('off')
  await line.press('Enter')
  await expect(line).toHaveAttribute('aria-pressed', 'true')
})

test('each chart has its numbers as a table and the query that drew it', async ({ page }) => {
  await openDemo(page, `${serving}?range=1h`)
  const table = await chartTable(page, 'Error rate')
  await expect(table.getByRole('columnheader', { name: /v18/ })).toBeVisible()
  await expect(table.getByRole('row').nth(1)).toContainText(/4\.\d/)
  const latency = panel(page, /^Latency/)
  await latency.getByRole('button', { name: 'Show the query' }).click()
  await expect(latency).toContainText('histogram_quantile(0.95')
  await latency.getByText('p99', { exact: true }).click()
  await expect(latency).toContainText('histogram_quantile(0.99')
})

test('range and refresh are in the address and go on to other pages', async ({ page }) => {
  await openDemo(page, serving)
  await page.getByRole('combobox', { name: 'Time range' }).selectOption('7d')
  await page.getByRole('combobox', { name: 'Refresh every' }).selectOption('off')
  await expect(page).toHaveURL(/range=7d/)
  await expect(page).toHaveURL(/refresh=off/)
  await expect(page.getByRole('figure', { name: 'Error rate', exact: true })).toContainText('From 23 Feb 2026')
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click()
  await expect(page).toHaveURL(/\/models\?.*range=7d/)
  await page.goBack()
  await page.reload()
  await expect(page.getByRole('combobox', { name: 'Time range' })).toHaveValue('7d')
  await expect(page.getByRole('combobox', { name: 'Refresh every' })).toHaveValue('off')
})

test('dragging over a chart zooms all of them, and one button leads back', async ({ page }) => {
  await openDemo(page, serving)
  const slider = page.getByRole('slider', { name: 'Error rate: point in time' })
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('The chart has no place.')
  await page.mouse.move(box.x + box.width * 0.7, box.y + 80)
  await page.mouse.down()
  await page.mouse.move(box.x + box.width * 0.8, box.y + 80, { steps: 4 })
  await page.mouse.up()
  await expect(page).toHaveURL(/from=.*to=/)
  await expect(page.getByRole('combobox', { name: 'Time range' })).toHaveValue('custom')
  await expect(page.getByRole('figure', { name: 'Latency', exact: true })).not.toContainText('From 1 Mar 2026, 10:30:00')
  await page.getByRole('button', { name: 'Back to 24 h' }).click()
  await expect(page).not.toHaveURL(/from=/)
  await expect(page.getByRole('figure', { name: 'Latency', exact: true })).toContainText('From 1 Mar 2026, 10:30:00')
})

test('keys read the chart off and zoom it', async ({ page }) => {
  await openDemo(page, serving)
  const slider = page.getByRole('slider', { name: 'Error rate: point in time' })
  await slider.focus()
  await page.keyboard.press('End')
  await expect(slider).toHaveAttribute('aria-valuetext', /v18.*4\.1 %/)
  for (let step = 0; step < 6; step++) await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=.*to=/)
  await page.goBack()
  await expect(page).not.toHaveURL(/from=/)
})

test('a live refresh keeps what is on screen', async ({ page }) => {
  await page.clock.install({ time: new Date('2026-05-01T12:00:00Z') })
  await openDemo(page, `${serving}?refresh=10s`)
  const figure = page.getByRole('figure', { name: 'Request rate', exact: true })
  await expect(figure).toContainText('v18: Last')
  // The panels below the charts ask when these have their answers.
  await expect(page.locator('main')).not.toContainText('Loading', { timeout: 15_000 })
  await page.evaluate(() => {
    const main = document.querySelector('main')
    if (main === null) throw new Error('no main')
    new MutationObserver(() => {
      const flash = main.querySelector('section[data-state="loading"], section[data-state="failed"]')
      if (flash !== null) document.title = `flashed: ${flash.id}`
    }).observe(main, { subtree: true, childList: true, attributes: true })
  })
  const answered = page.waitForResponse(/query_range/)
  await page.clock.fastForward(11_000)
  await answered
  await expect(figure).toContainText('v18: Last')
  await expect(page).not.toHaveTitle(/flashed/)
})

test('a batch model without requests says so', async ({ page }) => {
  await openDemo(page, '/models/mlflow/spend-forecast/serving')
  await expect(page.getByRole('main')).toContainText(/batch|no requests/i)
})

test('the period before lies dashed under today, and times can be in UTC', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/serving?refresh=off')
  const errors = page.getByRole('figure', { name: 'Error rate', exact: true })
  await page.getByRole('button', { name: 'Compare with the 24 h before' }).click()
  await expect(page).toHaveURL(/compare=previous/)
  await expect(errors.getByRole('button', { name: /^v12, 24 h before/ })).toBeVisible()
  await expect(errors.locator('path[stroke-dasharray="4 4"]')).toHaveCount(2)
  // Berlin is an hour ahead.
  await expect(errors).toContainText('From 1 Mar 2026, 10:30:00 CET')
  await page.getByText('UTC', { exact: true }).click()
  await expect(errors).toContainText(/From 1 Mar 2026, 09:30:00 UTC/)
  await page.reload()
  await expect(errors).toContainText('UTC')
  await page.getByText('Local', { exact: true }).click()
  await expect(errors).not.toContainText('UTC')
})
