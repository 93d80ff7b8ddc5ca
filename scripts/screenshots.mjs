// npm run screenshots: takes the README's picture from the demo's fixed world, so that it shows what is built.
import { statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { start } from '../server/start.mjs'
import { findBrowser, launchFlags } from './browser.mjs'
import { build } from './build.mjs'

/** The same as e2e/fixtures.ts. */
const world = '?seed=1&now=2026-03-02T09:30:00Z'
const mostBytes = 300_000

/** @typedef {{ file: string, address: string, ready: (page: import('@playwright/test').Page) => Promise<unknown> }} Picture */

/** @type {readonly Picture[]} */
const pictures = [
  {
    file: 'docs/models.png',
    address: 'models',
    ready: async (page) => {
      const row = page.getByRole('table', { name: 'Models' }).getByRole('row', { name: /claim-fraud/ })
      await row.getByText('0.901').waitFor()
      await row.getByText(/Recall fell/).waitFor()
      await row.getByRole('img', { name: /^Requests/ }).waitFor()
    },
  },
]

await build()
const root = fileURLToPath(new URL('../', import.meta.url))
const { url, close } = await start({ PORT: '0' }, `${root}dist`)
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })
try {
  for (const { file, address, ready } of pictures) {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      colorScheme: 'light',
      reducedMotion: 'reduce',
      timezoneId: 'Europe/Berlin',
      locale: 'en-GB',
    })
    await page.goto(new URL(address + world, url).href)
    await ready(page)
    await page.waitForLoadState('networkidle')
    await page.evaluate(() => document.fonts.ready)
    // Ends with a whole row.
    const bottom = await page.evaluate(() => Math.max(...[...document.querySelectorAll('tr[data-row]')].map((row) => row.getBoundingClientRect().bottom).filter((at) => at <= innerHeight)))
    await page.screenshot({ path: `${root}${file}`, clip: { x: 0, y: 0, width: 1440, height: Math.round(bottom) + 1 }, animations: 'disabled' })
    const { size } = statSync(`${root}${file}`)
    console.log(`${file}  ${Math.round(size / 1000)} kB`)
    if (size > mostBytes) throw new Error(`${file} is larger than ${mostBytes / 1000} kB.`)
  }
} finally {
  await browser.close()
  await close()
}
