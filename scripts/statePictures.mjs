// npm run states [-- state …]: a picture of every page with live figures in every state that a source may be in, with
// the words of the page beside it, into .cache/states. A whole run takes a quarter of an hour.
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'
import { Hono } from 'hono'
import { start } from '../server/start.mjs'
import { findBrowser, launchFlags } from './browser.mjs'
import { build } from './build.mjs'
import { altered, signalStates } from './signalStates.mjs'
import { serveOnLoopback, startWorld } from './standIns.mjs'

const worldNow = Date.parse('2026-03-02T09:30:00Z')
/** @type {{ viewport: { width: number, height: number }, colorScheme: 'light' | 'dark' }} */
const wide = { viewport: { width: 1440, height: 900 }, colorScheme: 'light' }

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ name: string, address: string, open?: (page: Page) => Promise<unknown> }} Subject
 */

/** Together they show every live signal. @type {readonly Subject[]} */
const subjects = [
  { name: 'models', address: 'models' },
  { name: 'alerts', address: 'alerts' },
  { name: 'versions', address: 'models/mlflow/claim-fraud' },
  { name: 'serving-real-time', address: 'models/mlflow/freight-price/serving' },
  { name: 'serving-canary', address: 'models/mlflow/claim-fraud/serving?latency=mean' },
  { name: 'serving-batch', address: 'models/mlflow/demand-forecast/serving' },
  { name: 'serving-streaming', address: 'models/mlflow/route-eta/serving' },
  { name: 'serving-asynchronous', address: 'models/mlflow/vehicle-damage-severity/serving' },
  { name: 'serving-hybrid', address: 'models/mlflow/customer-churn/serving?latency=all' },
  { name: 'quality', address: 'models/mlflow/claim-fraud/quality' },
  { name: 'quality-over-time', address: 'models/mlflow/claim-fraud/quality?by=time' },
  { name: 'compare', address: 'models/mlflow/claim-fraud/compare?versions=11,12,13' },
  { name: 'promotion', address: 'models/mlflow/claim-fraud', open: (page) => page.getByRole('button', { name: 'Promote v13', exact: true }).first().click() },
]

/** What is looked at on other screens as well. */
const sample = new Set(['serving-real-time', 'serving-batch', 'quality-over-time', 'alerts', 'promotion'])
const sampleStates = new Set(['empty', 'partial', 'stale', 'failing-500'])
/** @type {readonly { name: string, look: typeof wide }[]} */
const otherScreens = [
  { name: 'dark', look: { viewport: wide.viewport, colorScheme: 'dark' } },
  { name: 'phone', look: { viewport: { width: 390, height: 844 }, colorScheme: 'light' } },
]

const root = fileURLToPath(new URL('../', import.meta.url))
const folder = `${root}.cache/states`
const [wanted, only] = [process.argv.slice(2).filter((word) => !word.startsWith('--')), process.argv.find((word) => word.startsWith('--only='))?.slice(7)]

await build()
const world = await startWorld('1', new Date(worldNow).toISOString())
process.once('exit', () => world.stop())
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
const worldStart = Date.now()

/** @type {import('./signalStates.mjs').SignalState} */
let state = { name: 'full', words: 'answers' }
let refuses = false
let [asking, lastAsked] = [0, 0]
/** Stands between the page and a source, and alters what it says. @param {'prometheus' | 'alertmanager'} source */
async function listen(source) {
  const app = new Hono()
  app.all('*', async ({ req }) => {
    const url = new URL(req.url)
    const body = req.method === 'POST' ? await req.text() : undefined
    const asked = { path: url.pathname, query: new URLSearchParams(body ?? url.search).get('query') ?? '' }
    asking++
    lastAsked = Date.now()
    try {
      const refused = refuses ? (state.refuse?.(asked) ?? null) : null
      if (refused === 'never') await once(req.raw.signal, 'abort')
      if (refused instanceof Response) return refused
      const answer = await fetch(`${world[source]}${url.pathname}${url.search}`, { method: req.method, body, headers: { 'Content-Type': req.header('Content-Type') ?? '' } })
      return await altered(state, asked, answer)
    } finally {
      asking--
    }
  })
  return await serveOnLoopback((request) => app.fetch(request))
}

const [prometheus, alertmanager] = [await listen('prometheus'), await listen('alertmanager')]
const env = { PORT: '0', MODELDECK_MLFLOW_URL: world.mlflow, MODELDECK_PROMETHEUS_URL: prometheus.url, MODELDECK_ALERTMANAGER_URL: alertmanager.url }
const app = await start(env, `${root}dist`)
const browser = await chromium.launch({ executablePath: findBrowser(), args: [...launchFlags] })
mkdirSync(folder, { recursive: true })

/** @param {Page} page */
async function settled(page) {
  await page.getByRole('main').waitFor()
  // Charts of less weight ask when the others have been answered, and what failed is asked for twice more.
  const pause = refuses ? 3_000 : 500
  // What does not answer is given up after 15 s and asked again soon, without end.
  if (state.slow) await page.waitForTimeout(20_000)
  const latest = Date.now() + (state.slow ? 130_000 : 75_000)
  for (let quiet = 0; quiet < 2 && Date.now() < latest; ) {
    await page.waitForTimeout(300)
    const busy = await page.locator(`[aria-busy=true], :text-is("Checking"), :text-is("Checking …")${state.slow ? '' : ', [aria-label=Loading]'}`).count()
    const still = state.slow || (asking === 0 && Date.now() - lastAsked > pause)
    quiet = busy === 0 && still ? quiet + 1 : 0
  }
}

/** @param {Subject} subject @param {string} file @param {typeof wide} look */
async function picture({ address, open }, file, look) {
  refuses = state.refuse !== undefined && !state.late
  const page = await browser.newPage({ ...look, reducedMotion: 'reduce', timezoneId: 'Europe/Berlin', locale: 'en-GB' })
  page.setDefaultTimeout(120_000)
  page.on('pageerror', ({ message }) => console.log(`  ${file}: ${message}`))
  try {
    await page.clock.install({ time: worldNow + Date.now() - worldStart })
    const url = new URL(address, app.url)
    url.searchParams.set('refresh', 'off')
    await page.goto(url.href)
    await open?.(page)
    await settled(page)
    if (state.late) {
      refuses = true
      await page.getByRole('button', { name: 'Refresh now' }).dispatchEvent('click')
      await page.waitForTimeout(4_000)
      await settled(page)
    }
    await page.screenshot({ path: `${folder}/${file}.png`, fullPage: true, animations: 'disabled' })
    writeFileSync(`${folder}/${file}.txt`, await page.getByRole(open ? 'dialog' : 'main').last().innerText())
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    console.log(file + (excess > 0 ? `  is ${excess} px wider than the screen` : ''))
  } finally {
    await page.close()
  }
}

try {
  for (state of signalStates.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
    for (const subject of subjects.filter(({ name }) => (only === undefined || only.split(',').includes(name)) && (!state.slow || sample.has(name)))) {
      await picture(subject, `${state.name}.${subject.name}`, wide)
      if (!sample.has(subject.name) || !sampleStates.has(state.name)) continue
      for (const { name, look } of otherScreens) await picture(subject, `${state.name}.${subject.name}.${name}`, look)
    }
  }
} finally {
  await browser.close()
  await app.close()
  for (const { close } of [prometheus, alertmanager]) close()
  world.stop()
}
