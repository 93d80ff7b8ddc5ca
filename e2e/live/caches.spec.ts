import { expect, test } from './fixtures'
import { lookUp } from './redis'
import { Registry, setting } from './registry'

const model = 'wine'

test('a model’s tag names its Redis, and the panel shows the ratio of what was looked up', async ({ page }) => {
  const registry = new Registry(setting('MODELDECK_LIVE_MLFLOW'))
  const value = JSON.stringify({ cache: setting('MODELDECK_LIVE_CACHE') })
  await registry.send('2.0/mlflow/registered-models/set-tag', { name: model, key: 'modeldeck.serving', value })
  // A chart looks back on its last seconds only: the look-ups go on.
  const asking = setInterval(() => void lookUp(setting('MODELDECK_LIVE_REDIS'), 3, 1), 300)
  try {
    await page.goto(`/models/mlflow/${model}/serving?range=1h&refresh=10s`)
    await expect(page.getByRole('figure', { name: 'Cache hit ratio' })).toContainText(/Redis: Last 75 %/, { timeout: 60_000 })
    await page.goto(`/models/mlflow/digits/serving?range=1h`)
    await expect(page.getByText(/Nothing here yet: .*Cache hit ratio|Not supported by prometheus: .*Cache hit ratio/).first()).toBeVisible({ timeout: 30_000 })
  } finally {
    clearInterval(asking)
  }
})
