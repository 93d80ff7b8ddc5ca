import { expect, openDemo, test } from './fixtures'
import { breakSource, follow, modelRow, moveClock, openDemoPanel, panel } from './screen'

test('the badge is on every page, and each story leads to where it starts', async ({ page }) => {
  await openDemo(page)
  const stories = [
    ['Roll back a bad release', /freight-price\/serving\?/],
    ['Find out why recall sinks', /claim-fraud\/quality\?/],
    ['Promote a challenger that is better', /claim-fraud\/versions\/13\?/],
    ['Retire a version that is still called', /address-matching\/versions\/4\?/],
    ['Stop a candidate that must not go live', /customer-churn\/versions\/9\?/],
  ] as const
  for (const [title, address] of stories) {
    const levers = await openDemoPanel(page)
    await follow(page, levers.getByRole('link', { name: title }), address)
    await expect(levers).toBeHidden()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  }
})

test('who the visitor is decides what the registry answers', async ({ page }) => {
  await openDemo(page)
  await expect(page.getByRole('button', { name: 'You are: priya.nair' })).toBeVisible()
  const levers = await openDemoPanel(page)
  await levers.getByRole('combobox', { name: 'Persona' }).selectOption('reader')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'You are: ben.whitaker' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'You are: ben.whitaker' })).toBeVisible()
})

test('without sign-in a name is asked once', async ({ page, faults }) => {
  faults.allow(/404 .*users\/current|Failed to load resource/)
  await openDemo(page)
  const levers = await openDemoPanel(page)
  await levers.getByRole('combobox', { name: 'Persona' }).selectOption('anonymous')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'You are: No name yet' }).click()
  await page.getByRole('textbox', { name: /name/i }).fill('Ada')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'You are: Ada' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'You are: Ada' })).toBeVisible()
})

test('the clock moves the world on, a reload keeps what was done, starting over forgets it', async ({ page }) => {
  await openDemo(page)
  await expect(page.getByRole('button', { name: '1 sunset, next in 9 days' })).toBeVisible()
  await moveClock(page, '+ 7 days')
  await expect(page.getByRole('button', { name: '1 sunset, next in 2 days' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: '1 sunset, next in 2 days' })).toBeVisible()
  const levers = await openDemoPanel(page)
  await expect(levers).toContainText('9 Mar 2026')
  await levers.getByRole('button', { name: 'Start over' }).click()
  await expect(page.getByRole('button', { name: '1 sunset, next in 9 days' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: '1 sunset, next in 9 days' })).toBeVisible()
})

test('the same seed and time are the same world in another tab', async ({ page, context }) => {
  await openDemo(page)
  await expect(modelRow(page, 'claim-fraud')).toContainText('0.901')
  const other = await context.newPage()
  await other.goto(page.url())
  await expect(modelRow(other, 'claim-fraud')).toContainText('0.901')
  // What one tab breaks, the other does not see.
  await breakSource(page, 'prometheus', 'answers slowly')
  const levers = await openDemoPanel(other)
  await expect(levers.getByRole('combobox', { name: 'prometheus' })).toHaveValue('')
})

const real = { sources: [{ id: 'mlflow', type: 'mlflow', url: '/registry' }] }

test('a deployment that does not name the demo never shows it, whatever the address says', async ({ page }) => {
  for (const config of [real, { ...real, demo: 'off' }]) {
    await page.route('**/config.json', (route) => route.fulfill({ json: config }))
    await page.route('**/registry/**', (route) => route.fulfill({ json: {} }))
    await page.goto('/models?demo')
    await expect(panel(page, 'Registered models')).toContainText('Nothing here yet')
    await expect(page.getByRole('button', { name: 'Demo', exact: true })).toHaveCount(0)
  }
})

test('where it is allowed the demo is entered by the address, holds for the tab, and is left again', async ({ page, context }) => {
  await context.route('**/config.json', (route) => route.fulfill({ json: { ...real, demo: 'allowed' } }))
  await context.route('**/registry/**', (route) => route.fulfill({ json: {} }))
  await page.goto('/models')
  await expect(panel(page, 'Registered models')).toContainText('Nothing here yet')
  await expect(page.getByRole('button', { name: 'Demo', exact: true })).toHaveCount(0)

  await openDemo(page, '/models?demo')
  await expect(modelRow(page, 'claim-fraud')).toBeVisible()
  await modelRow(page, 'claim-fraud').getByRole('link', { name: 'claim-fraud', exact: true }).click()
  await expect(page).toHaveURL(/[?&]demo=/)
  // The tab stays in it without the address, another tab does not.
  await page.goto('/models')
  await expect(page.getByRole('button', { name: 'Demo', exact: true })).toBeVisible()
  const other = await context.newPage()
  await other.goto('/models')
  await expect(panel(other, 'Registered models')).toContainText('Nothing here yet')
  await other.close()

  const levers = await openDemoPanel(page)
  await levers.getByRole('button', { name: 'Leave the demo' }).click()
  await expect(panel(page, 'Registered models')).toContainText('Nothing here yet')
  await expect(page.getByRole('button', { name: 'Demo', exact: true })).toHaveCount(0)
})
