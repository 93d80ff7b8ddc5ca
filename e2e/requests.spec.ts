import type { Page } from '@playwright/test'
import { countRequests, expect, openDemo, test } from './fixtures'
import { modelRow } from './screen'

declare global {
  interface Window {
    /** Answers of sources that had come when the first row was drawn. */
    answersBeforeRows?: string[]
  }
}

/** Notes, in the page itself, which answers the first row has waited for. */
async function watchFirstRow(page: Page): Promise<void> {
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (window.answersBeforeRows !== undefined || document.querySelector('tr[data-row]') === null) return
      const now = performance.now()
      const asked = performance.getEntriesByType('resource').filter((entry) => /config\.json|\/api\//.test(entry.name))
      window.answersBeforeRows = asked.filter((entry) => entry instanceof PerformanceResourceTiming && entry.responseEnd <= now).map(({ name }) => name)
    }).observe(document, { subtree: true, childList: true })
  })
}

test('the first rows wait for six answers at most', async ({ page }) => {
  await watchFirstRow(page)
  await openDemo(page)
  await expect(modelRow(page, 'claim-fraud')).toContainText('0.901')
  const waitedFor = await page.evaluate(() => window.answersBeforeRows)
  expect(waitedFor?.length).toBeGreaterThan(0)
  expect(waitedFor?.length, waitedFor?.join('\n')).toBeLessThanOrEqual(6)
})

test('ten times as many models take as many requests', async ({ context }) => {
  const asked: string[][] = []
  for (const models of [30, 300]) {
    const page = await context.newPage()
    await servePlainRegistry(page, models)
    // What the sources can do is asked once in a while, by the clock.
    const requests = countRequests(page, /\/(?:registry|prometheus)\/.*\/(?:search|get|query|query_range)(?:\?|$)/)
    await page.goto('/models')
    await expect(modelRow(page, 'model-000')).toContainText('0.900')
    await page.waitForLoadState('networkidle')
    asked.push(requests.urls.map((url) => url.replace(/\?.*/, '')))
    await page.close()
  }
  expect(asked[1]?.toSorted()).toEqual(asked[0]?.toSorted())
  expect(asked[0]?.length).toBeGreaterThan(5)
})

/** A deployment on a registry of so many models, each with a champion that logged four metrics, and a monitoring without data. */
async function servePlainRegistry(page: Page, count: number): Promise<void> {
  const at = 1_772_000_000_000
  const names = Array.from({ length: count }, (_, index) => `model-${String(index).padStart(3, '0')}`)
  const version = (name: string) => ({ name, version: '1', creation_timestamp: at, last_updated_timestamp: at, current_stage: 'None', source: 's', run_id: name, status: 'READY' })
  const model = (name: string) => ({ name, creation_timestamp: at, last_updated_timestamp: at, latest_versions: [version(name)], aliases: [{ alias: 'champion', version: '1' }] })
  const run = (name: string) => ({
    info: { run_id: name, run_uuid: name, experiment_id: '0', status: 'FINISHED', start_time: at, artifact_uri: 'a' },
    data: { metrics: ['accuracy', 'precision', 'recall', 'f1'].map((key) => ({ key, value: 0.9, timestamp: at, step: 0 })), params: [], tags: [] },
  })
  const asked = (filter: string) => names.filter((name) => filter.includes(`'${name}'`))
  await page.route('**/config.json', (route) =>
    route.fulfill({ json: { sources: [{ id: 'mlflow', type: 'mlflow', url: '/registry' }, { id: 'prometheus', type: 'prometheus', url: '/prometheus' }] } }),
  )
  await page.route('**/prometheus/**', (route) => route.fulfill({ json: { status: 'success', data: { resultType: 'vector', result: [] } } }))
  await page.route('**/registry/**', (route) => {
    const url = new URL(route.request().url())
    // Nothing is pending, deprecated or otherwise tagged.
    if (url.searchParams.get('filter')?.includes('tags.') === true) return route.fulfill({ json: {} })
    if (url.pathname.endsWith('/registered-models/search')) return route.fulfill({ json: { registered_models: names.map(model) } })
    if (url.pathname.endsWith('/experiments/search')) return route.fulfill({ json: { experiments: [{ experiment_id: '0', name: 'Default', lifecycle_stage: 'active' }] } })
    if (url.pathname.endsWith('/runs/search')) return route.fulfill({ json: { runs: asked(route.request().postData() ?? '').map(run) } })
    if (url.pathname.endsWith('/version')) return route.fulfill({ contentType: 'text/plain', body: '3.17.2' })
    return route.fulfill({ json: {} })
  })
}
