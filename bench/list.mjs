// How long the demo's list of models takes on the production build, from navigation to its rows.
// `node bench/list.mjs [runs]`; a cold browser cache each time, an idle machine is assumed.
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { findBrowser, launchFlags } from '../scripts/browser.mjs'
import { start } from '../server/start.mjs'

const runs = Number(process.argv[2] ?? 9)
const { url, close } = await start({ PORT: '0' }, fileURLToPath(new URL('../dist', import.meta.url)))
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })

/** @param {string} name @param {number[]} values @param {string} unit */
function report(name, values, unit) {
  const sorted = values.toSorted((a, b) => a - b)
  const at = (/** @type {number} */ share) => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0)
  console.log(`${name.padEnd(44)} median ${at(0.5)} ${unit}   worst ${at(1)} ${unit}   (n = ${sorted.length})`)
}

const rows = []
const complete = []
for (let run = 0; run < runs; run++) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // The page's own clock, read in the page: nothing of the driver's delays is in it.
  await page.addInitScript(() => {
    new MutationObserver(() => {
      if (document.querySelector('table[aria-label="Models"] tr[data-row]')) performance.mark('rows')
      if (document.querySelector('tr[data-tone]')) performance.mark('judged')
    }).observe(document, { childList: true, subtree: true, attributes: true })
  })
  await page.goto(new URL('models', url).href)
  await page.waitForFunction(() => performance.getEntriesByName('rows').length > 0)
  await page.waitForFunction(() => performance.getEntriesByName('judged').length > 0)
  const marks = await page.evaluate(() => ['rows', 'judged'].map((name) => performance.getEntriesByName(name)[0]?.startTime ?? 0))
  rows.push(marks[0] ?? 0)
  complete.push(marks[1] ?? 0)
  await context.close()
}
report('/models, 24 models: navigation to rows', rows, 'ms')
report('/models, 24 models: to status and figures', complete, 'ms')
await browser.close()
await close()
