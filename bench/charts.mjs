// What 30 days of 12 versions cost the browser: `node bench/charts.mjs`, after `npm run build`; an idle machine is assumed.
// The registry is the demo's, over HTTP in a process of its own; a stand-in for Prometheus answers every range query
// with a full grid for as many versions as asked for, at once, so that only the page's own work is measured.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { Hono } from 'hono'
import { findBrowser, launchFlags } from '../scripts/browser.mjs'
import { serveOnLoopback, startWorld } from '../scripts/standIns.mjs'
import { start } from '../server/start.mjs'

const model = 'claim-fraud'
const world = await startWorld('1')

let points = 0
let answered = 0
const prometheus = new Hono()
prometheus.all('*', async ({ req }) => {
  const body = req.method === 'POST' ? await req.text() : undefined
  const answer = await fetch(`${world.prometheus}${new URL(req.url).pathname}`, { method: req.method, body, headers: { 'Content-Type': req.header('Content-Type') ?? '' } })
  if (!req.path.endsWith('/query_range')) return answer
  const asked = new URLSearchParams(body)
  const [from = 0, to = 0, step = 1] = ['start', 'end', 'step'].map((name) => Number(asked.get(name)))
  const times = Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, i) => from + i * step)
  points = Math.max(points, times.length)
  // Every refresh has something to draw.
  answered++
  const { data } = await answer.json()
  const labels = data.result[0]?.metric ?? {}
  const versions = 'version' in labels ? Array.from({ length: 12 }, (_, i) => `${i + 1}`) : [undefined]
  const result = versions.map((version, i) => ({
    metric: version === undefined ? labels : { ...labels, version },
    values: times.map((at) => [at, String((i + 1) * (1 + 0.5 * Math.sin(at / 14_000) + 0.1 * Math.sin(at * i + answered)))]),
  }))
  return Response.json({ status: 'success', data: { resultType: 'matrix', result } })
})
const upstream = await serveOnLoopback((request) => prometheus.fetch(request))
const app = await start({ PORT: '0', MODELDECK_MLFLOW_URL: world.mlflow, MODELDECK_PROMETHEUS_URL: upstream.url }, fileURLToPath(new URL('../dist', import.meta.url)))
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })

/**
 * What a page scripts from one live refresh to the next, in ms: queries, tiles and head are in it.
 * @param {import('@playwright/test').Page} page
 */
async function refreshCost(page) {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send('Performance.enable')
  const scripting = async () => (await devtools.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0
  const costs = []
  for (let i = 0; i < 7; i++) {
    const before = await scripting()
    await page.waitForTimeout(10_000)
    costs.push(((await scripting()) - before) * 1000)
  }
  return costs.toSorted((a, b) => a - b)[3] ?? 0
}

/** The same model's page on a tab without charts. */
async function costWithoutCharts() {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 } })
  await page.goto(new URL(`models/mlflow/${model}/docs?refresh=10s`, app.url).href)
  await page.getByRole('heading', { name: 'Intended use' }).waitFor()
  await page.waitForTimeout(3_000)
  const cost = await refreshCost(page)
  await page.close()
  return cost
}

/** @param {number} count how many versions are drawn @param {number} rest ms that the page takes without its charts */
async function measure(count, rest) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 2400 } })
  // The page's own clock, read in the page: nothing of the driver's delays is in it.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelectorAll('figure:has(path[data-line])').length >= 3 && performance.getEntriesByName('drawn').length === 0) requestAnimationFrame(() => performance.mark('drawn'))
    }).observe(document, { childList: true, subtree: true })
  })
  const chosen = Array.from({ length: count }, (_, i) => i + 1).join(',')
  await page.goto(new URL(`models/mlflow/${model}/serving?range=30d&refresh=10s&v=${chosen}`, app.url).href)
  await page.waitForFunction(() => performance.getEntriesByName('drawn').length > 0, undefined, { timeout: 60_000 })
  const paint = await page.evaluate(() => {
    const answers = performance.getEntriesByType('resource').filter(({ name }) => name.includes('/query_range')).map((entry) => 'responseEnd' in entry ? Number(entry.responseEnd) : 0)
    return (performance.getEntriesByName('drawn')[0]?.startTime ?? 0) - Math.min(...answers)
  })
  await page.waitForTimeout(3_000)
  const charts = await page.locator('figure:has(path[data-line])').count()
  const cost = await refreshCost(page)
  await page.close()
  console.log(
    `${String(count).padStart(2)} versions, ${charts} charts, 30 days: three charts drawn ${Math.round(paint)} ms after the first answer; ` +
      `a live refresh ${Math.round(cost)} ms of scripting, ${((cost - rest) / charts).toFixed(1)} ms a chart with its queries`,
  )
}

const rest = await costWithoutCharts()
console.log(`without charts, a live refresh of the page is ${Math.round(rest)} ms of scripting`)
await measure(4, rest)
await measure(12, rest)
console.log(`at most ${points} points a line`)
await browser.close()
await app.close()
upstream.close()
world.stop()
