import { execFileSync } from 'node:child_process'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { Registry, setting } from './registry'

const model = 'breast-cancer'
const registry = new Registry(setting('MODELDECK_LIVE_MLFLOW'))

/** Has Prometheus read its files of rules again. */
async function reload(): Promise<void> {
  const answer = await fetch(`${setting('MODELDECK_LIVE_PROMETHEUS')}/-/reload`, { method: 'POST' })
  if (!answer.ok) throw new Error(await answer.text())
}

// What fires and what is demanded here would decide over the other journeys.
test.afterAll(async () => {
  rmSync(setting('MODELDECK_LIVE_RULES'), { force: true })
  await reload()
  await registry.send('2.0/mlflow/registered-models/set-tag', { name: model, key: 'modeldeck.policy', value: '{}' })
})

async function downloaded(page: Page, button: Locator, folder: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

test('limits are tried, saved, exported, and fire in Prometheus and Alertmanager by themselves', async ({ page }) => {
  await page.goto(`/models/mlflow/${model}/history?policy=edit`)
  const editor = page.getByRole('dialog', { name: `Policy of ${model}` })
  for (const [setting, value] of [['warn', '0.01'], ['critical', '0.03'], ['recover', '0.005'], ['for', '2s'], ['min. samples', '20']] as const)
    await editor.getByRole('textbox', { name: `Error ratio ${setting}` }).fill(value)
  await editor.getByRole('button', { name: 'Error ratio', exact: true }).click()
  // The load generator runs for minutes, not for days.
  await expect(editor.getByText(/Not enough history to say how often|There is no history/)).toBeVisible({ timeout: 30_000 })
  await editor.getByRole('button', { name: 'Save' }).click()
  await expect(editor).toBeHidden()

  await page.goto('/alerts')
  await page.getByRole('button', { name: 'Export as alert rules' }).click()
  const folder = await mkdtemp(join(tmpdir(), 'modeldeck-export-'))
  const rules = await downloaded(page, page.getByRole('button', { name: 'Download modeldeck-rules.yml' }), folder)
  await page.getByRole('radio', { name: 'Alertmanager routes' }).check({ force: true })
  const routes = await downloaded(page, page.getByRole('button', { name: 'Download alertmanager.yml' }), folder)
  expect(execFileSync('promtool', ['check', 'rules', '--lint=all', '--lint-fatal', rules], { encoding: 'utf8' })).toContain('SUCCESS')
  expect(execFileSync('amtool', ['check-config', routes], { encoding: 'utf8' })).toContain('SUCCESS')

  writeFileSync(setting('MODELDECK_LIVE_RULES'), readFileSync(rules))
  rmSync(folder, { recursive: true })
  await reload()
  const amtool = () => execFileSync('amtool', [`--alertmanager.url=${setting('MODELDECK_LIVE_ALERTMANAGER')}`, 'alert', 'query', '--output=json', 'alertname=ModelErrorRatioHigh', 'severity=critical', `model=${model}`], { encoding: 'utf8' })
  await expect.poll(amtool, { timeout: 60_000 }).toMatch(/breast-cancer: error ratio is \d+(\.\d+)?%, at or above 3 %/)

  await page.goto(`/models/mlflow/${model}/serving`)
  await page.getByRole('button', { name: 'Show alerts' }).click({ timeout: 60_000 })
  const alert = page.getByRole('list', { name: `Alerts of ${model}` }).getByRole('listitem').filter({ hasText: 'ModelErrorRatioHigh' }).first()
  await expect(alert).toContainText(/error ratio is \d+(\.\d+)?%, at or above 3 %/, { timeout: 60_000 })
})
