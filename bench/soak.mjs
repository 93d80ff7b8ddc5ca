// Whether a page that stays open grows: `node bench/soak.mjs [hours]` (default 4), after `npm run build`.
// The tab Serving refreshes every 10 s by a clock that is wound forward; 4 hours are 1,440 refreshes. The demo's world
// answers over HTTP, so that the heap is the app's alone.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser, launchFlags } from '../scripts/browser.mjs'
import { startWorld } from '../scripts/standIns.mjs'
import { start } from '../server/start.mjs'

const hours = Number(process.argv[2] ?? 4)
const refreshMs = 10_000
const steps = Math.round((hours * 3_600_000) / refreshMs)
const samples = 24
/** Of the second quarter's median: in the first the caches fill, and later the heap breathes by a tenth. */
const allowedGrowth = 0.05

const begin = Date.parse('2026-03-02T09:30:00Z')
// The world is ahead of the page from the start: whatever time the page comes to has been there.
const world = await startWorld('1', new Date(begin + steps * refreshMs + 3_600_000).toISOString())
const sources = { MODELDECK_MLFLOW_URL: world.mlflow, MODELDECK_PROMETHEUS_URL: world.prometheus, MODELDECK_ALERTMANAGER_URL: world.alertmanager }
const { url, close } = await start({ PORT: '0', ...sources }, fileURLToPath(new URL('../dist', import.meta.url)))
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const devtools = await page.context().newCDPSession(page)
await page.clock.install({ time: begin })
await page.goto(new URL('models/mlflow/claim-fraud/serving?range=24h&refresh=10s', url).href)
await page.getByRole('figure', { name: 'Error rate', exact: true }).waitFor()

/** What is alive after everything that can go has gone. */
async function alive() {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

/** @type {{ heap: number, nodes: number, listeners: number }[]} */
const seen = []
for (let step = 1; step <= steps; step++) {
  const answered = page.waitForResponse((response) => response.url().includes('/query_range'), { timeout: 60_000 })
  await page.clock.fastForward(refreshMs)
  await answered
  if (step % Math.max(1, Math.round(steps / samples)) > 0) continue
  const now = await alive()
  seen.push(now)
  const megabytes = (now.heap / 2 ** 20).toFixed(1)
  console.log(`${((step * refreshMs) / 3_600_000).toFixed(1).padStart(5)} h   heap ${megabytes} MB   ${now.nodes} nodes   ${now.listeners} listeners`)
}
await browser.close()
await close()
world.stop()

/** @param {number} from @param {number} to quarters */
function medianHeap(from, to) {
  const heaps = seen.slice((from * seen.length) / 4, (to * seen.length) / 4).map(({ heap }) => heap)
  const middle = heaps.toSorted((a, b) => a - b)[Math.floor(heaps.length / 2)]
  if (middle === undefined) throw new Error('Nothing was measured.')
  return middle
}
const growth = medianHeap(3, 4) / medianHeap(1, 2) - 1
console.log(`growth from the second to the last quarter: ${(growth * 100).toFixed(1)} % (allowed ${allowedGrowth * 100} %)`)
process.exitCode = growth > allowedGrowth ? 1 : 0
