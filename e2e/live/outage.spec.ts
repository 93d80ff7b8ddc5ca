import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { start } from '../../server/start.mjs'
import { expect, test } from './fixtures'
import { setting } from './registry'
import { modelRow, versionRow } from './screen'
import { startPrometheus, stopAll } from './servers.mjs'

const folders: string[] = []
function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'modeldeck-outage-'))
  folders.push(path)
  return path
}

test.afterEach(async () => {
  await stopAll()
  for (const path of folders.splice(0)) rmSync(path, { recursive: true, force: true })
})

test('without Prometheus the list and the versions still work, and its panels recover by themselves', async ({ page, faults }) => {
  faults.allow(/502/)
  const targets = [new URL(setting('MODELDECK_LIVE_SERVING')).host]
  const first = await startPrometheus(folder(), targets)
  const env = { PORT: '0', MODELDECK_MLFLOW_URL: setting('MODELDECK_LIVE_MLFLOW'), MODELDECK_PROMETHEUS_URL: first.url }
  const app = await start(env, 'dist')
  try {
    await first.stop()
    await page.goto(`${app.url}models?refresh=10s`)
    await expect(modelRow(page, 'wine')).toBeVisible()
    await page.goto(`${app.url}models/mlflow/breast-cancer?refresh=10s`)
    await expect(versionRow(page, '1')).toBeVisible()
    await page.goto(`${app.url}models/mlflow/breast-cancer/serving?range=1h&refresh=10s`)
    await expect(page.getByText(/^Failed/).first()).toBeVisible()
    await expect(page.getByRole('button', { name: 'Retry' }).first()).toBeVisible()
    await startPrometheus(folder(), targets, first.port)
    // Nobody presses it: what is asked again answers, and with two scrapes there is something to draw.
    await expect(page.getByRole('button', { name: 'Retry' })).toHaveCount(0, { timeout: 60_000 })
    await expect(page.getByRole('figure', { name: 'Request rate', exact: true })).toBeVisible({ timeout: 60_000 })
  } finally {
    await app.close()
  }
})

test('without MLflow the shell and the sources page stay, with the reason in words', async ({ page, faults }) => {
  faults.allow(/502/)
  const dead = await startPrometheus(folder(), [])
  await dead.stop()
  const app = await start({ PORT: '0', MODELDECK_MLFLOW_URL: dead.url, MODELDECK_PROMETHEUS_URL: setting('MODELDECK_LIVE_PROMETHEUS') }, 'dist')
  try {
    await page.goto(`${app.url}models`)
    await expect(page.getByRole('navigation').first()).toBeVisible()
    await expect(page.getByText(/^Failed/).first()).toBeVisible()
    await page.goto(`${app.url}sources`)
    await expect(page.getByText(/cannot be reached/).first()).toBeVisible()
  } finally {
    await app.close()
  }
})
