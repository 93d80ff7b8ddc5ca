import { execFileSync } from 'node:child_process'
import { expect, test } from './fixtures'
import { setting } from './registry'

const model = 'breast-cancer'

/** Alertmanager's own tool. */
function amtool(...args: string[]): string {
  return execFileSync('amtool', [`--alertmanager.url=${setting('MODELDECK_LIVE_ALERTMANAGER')}`, ...args], { encoding: 'utf8' })
}

test('a rule fires, shows on the model, is silenced and unsilenced here, and amtool agrees', async ({ page }) => {
  await page.goto(`/models/mlflow/${model}/serving`)
  await page.getByRole('button', { name: 'Show alerts' }).click({ timeout: 60_000 })
  const alert = page.getByRole('list', { name: `Alerts of ${model}` }).getByRole('listitem').filter({ hasText: 'ElevatedErrorRatio' }).first()
  await expect(alert).toContainText(/% of the requests to breast-cancer v\d+ fail/, { timeout: 60_000 })
  await expect.poll(() => amtool('alert', 'query', 'alertname=ElevatedErrorRatio', '--active'), { timeout: 60_000 }).toContain('ElevatedErrorRatio')

  await page.goto(`/alerts?model=mlflow%2F${model}`)
  await alert.getByRole('button', { name: 'Silence' }).click()
  const dialog = page.getByRole('dialog', { name: 'Silence ElevatedErrorRatio' })
  // Several versions are served, and all of them fail.
  await dialog.getByRole('checkbox', { name: /^version=/ }).uncheck()
  // A registry without accounts asks once a browser.
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada')
  await dialog.getByRole('button', { name: 'Use this name' }).click()
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('The load generator makes them fail')
  await dialog.getByRole('button', { name: /^Silence for/ }).click()
  await expect(dialog).toBeHidden()
  await expect(alert).toContainText('Silenced by')
  expect(amtool('silence', 'query')).toContain('The load generator makes them fail')
  expect(amtool('alert', 'query', 'alertname=ElevatedErrorRatio', '--active')).not.toContain('ElevatedErrorRatio')

  await page.reload()
  await alert.getByRole('button', { name: 'Unsilence' }).click()
  const undo = page.getByRole('dialog', { name: 'Unsilence ElevatedErrorRatio' })
  await undo.getByRole('button', { name: 'Unsilence' }).click()
  await expect(undo).toBeHidden()
  await expect(alert.getByRole('button', { name: 'Silence', exact: false })).toBeVisible()
  expect(amtool('silence', 'query', '--quiet')).toBe('')
  expect(amtool('alert', 'query', 'alertname=ElevatedErrorRatio', '--active')).toContain('ElevatedErrorRatio')
})
