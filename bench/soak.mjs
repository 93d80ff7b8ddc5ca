// Whether a page that stays open grows: `node bench/soak.mjs [hours]` (default 4), after `npm run build`.
// The tab Serving of the demo refreshes every 10 s by a clock that is wound forward; 4 hours are 1,440 refreshes.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser, launchFlags } from '../scripts/browser.mjs'
import { start } from '../server/start.mjs'

const hours = Number(process.argv[2] ?? 4)
const refreshMs = 10_000
const steps = Math.round((hours * 3_600_000) / refreshMs)
/** Of the heap after the first tenth, in which caches fill. */
const allowedGrowth = 0.05

const { url, close } = await start({ PORT: '0' }, fileURLToPath(new URL('../dist', import.meta.url)))
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })
const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
const devtools = await page.context().newCDPSession(page)
await page.clock.install({ time: new Date('2026-03-02T09:30:00Z') })
await page.goto(new URL('models/mlflow/claim-fraud/serving?range=24h&refresh=10s&seed=1&now=2026-03-02T09:30:00Z', url).href)
await page.getByRole('figure', { name: 'Error rate', exact: true }).waitFor()

/** What is alive after everything that can go has gone. */
async function alive() {
  for (let i = 0; i < 3; i++) await devtools.send('HeapProfiler.collectGarbage')
  const { usedSize } = await devtools.send('Runtime.getHeapUsage')
  const { nodes, jsEventListeners } = await devtools.send('Memory.getDOMCounters')
  return { heap: usedSize, nodes, listeners: jsEventListeners }
}

const seen = []
for (let step = 1; step <= steps; step++) {
  const answered = page.waitForResponse((response) => response.url().includes('/query_range'), { timeout: 60_000 })
  await page.clock.fastForward(refreshMs)
  await answered
  if (step % Math.max(1, Math.round(steps / 10)) > 0) continue
  const now = await alive()
  seen.push(now)
  const megabytes = (now.heap / 2 ** 20).toFixed(1)
  console.log(`${((step * refreshMs) / 3_600_000).toFixed(1).padStart(5)} h   heap ${megabytes} MB   ${now.nodes} nodes   ${now.listeners} listeners`)
}
await browser.close()
await close()

const [first, last] = [seen[0], seen.at(-1)]
if (first === undefined || last === undefined) throw new Error('Nothing was measured.')
const growth = last.heap / first.heap - 1
console.log(`growth since the first tenth: ${(growth * 100).toFixed(1)} % (allowed ${allowedGrowth * 100} %)`)
process.exitCode = growth > allowedGrowth ? 1 : 0
