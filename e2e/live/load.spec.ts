import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { agrees, countedBetween, errorBounds, quantileBounds, rateBounds, readFigure, sampleOf, type Bounds, type Counted, type Sample } from './loadFigures'
import { bucketEdges, readCalls, scrapesOf } from './loadLog'
import { setting } from './registry'

const model = 'breast-cancer'
const file = setting('MODELDECK_LIVE_CALLS')
const serving = setting('MODELDECK_LIVE_SERVING')
const minute = 60_000
/** What the tiles look back on. */
const tileWindowMs = 5 * minute

function heldMs(): number {
  return Date.now() - (readCalls(file)[0]?.endedMs ?? Infinity)
}

// Alone this waits until the tiles' window is full of calls; after the other suites it is.
test.setTimeout(tileWindowMs + 3 * minute)

test('rate, errors and quantiles on the page are those that the load generator wrote down', async ({ page }) => {
  // A scrape more than the window, so that its first is one of a process that was called already.
  await expect.poll(heldMs, { timeout: tileWindowMs + minute, intervals: [2000] }).toBeGreaterThan(tileWindowMs + 2000)
  const edges = await bucketEdges(serving)
  const quantile = (share: number) => (sample: Sample) => quantileBounds(sample, share, edges)
  const asked = instantQueries(page)
  // A point each minute: some 750 calls of each of the two versions.
  await page.goto(`/models/mlflow/${model}/serving?range=6h&refresh=off`)
  await page.getByText('UTC', { exact: true }).click()

  const rates = await readPanel(page, 'Request rate')
  const errors = await readPanel(page, 'Error rate')
  expect(rates.versions).toHaveLength(2)
  await compare(rates, (sample, counted) => rateBounds(sample, counted, rates.windowMs))
  await compare(errors, errorBounds)
  for (const [name, share] of [['p50', 0.5], ['p95', 0.95], ['p99', 0.99]] as const) {
    await panelOf(page, 'Latency').getByText(name, { exact: true }).click()
    await compare(await readPanel(page, 'Latency', `histogram_quantile(${share}`), quantile(share))
  }

  const now = page.getByRole('group', { name: 'Now' })
  const champion = /v(\d+) takes/.exec(await now.innerText())?.[1] ?? ''
  expect(rates.versions).toContain(champion)
  for (const [tile, metric, version, boundsOf] of [
    ['Request rate', 'sum by (model, version) (rate(model_requests_total{', null, (sample: Sample, counted: Counted) => rateBounds(sample, counted, tileWindowMs)],
    ['Error rate', 'code=~"5.."', champion, errorBounds],
    ['Latency p95', 'histogram_quantile(0.95', champion, quantile(0.95)],
  ] as const) {
    const shown = await now.locator('> *').filter({ hasText: tile }).innerText()
    const at = asked.find(({ query }) => query.includes(metric) && query.includes('[5m]') && query.includes('by (model, version'))?.at ?? Number.NaN
    await agree(`${tile} of now`, shown.replace(/\s+/g, ' '), { at, windowMs: tileWindowMs, version, boundsOf, late: true })
  }
})

interface Shown {
  measure: string
  windowMs: number
  versions: string[]
  rows: { at: number; figures: string[] }[]
}

/** A chart's numbers by its table, and what its query looks back on, as a person finds them. */
async function readPanel(page: Page, measure: string, query = ''): Promise<Shown> {
  const panel = panelOf(page, measure)
  await show(panel, 'Show the query')
  await expect(panel).toContainText(query)
  const [, minutes = '0', seconds = '0'] = /\[(?:(\d+)m)?(?:(\d+)s)?\]/.exec(await panel.innerText()) ?? []
  await show(panel, 'Show as table')
  const table = panel.getByRole('table', { name: measure, exact: true })
  await expect(table.getByRole('cell').first()).toBeVisible()
  const [, ...names] = await table.getByRole('columnheader').allInnerTexts()
  const rows = await table.getByRole('row').evaluateAll((all) => all.map((row) => Array.from(row.children, (cell) => cell.textContent)))
  return {
    measure: query === '' ? measure : `${measure} ${query}`,
    windowMs: Number(minutes) * minute + Number(seconds) * 1000,
    versions: names.map((name) => /\d+/.exec(name)?.[0] ?? name),
    rows: rows.slice(1).map(([time = '', ...figures]) => ({ at: Date.parse(time), figures })),
  }
}

function panelOf(page: Page, measure: string): Locator {
  return page.getByRole('region', { name: new RegExp(`^${measure}(?! as a table)`) })
}

/** Presses a tool of a panel unless it is pressed. */
async function show(panel: Locator, tool: string): Promise<void> {
  const button = panel.getByRole('button', { name: tool })
  if ((await button.getAttribute('aria-pressed')) !== 'true') await button.click()
}

type BoundsOf = (sample: Sample, counted: Counted) => Bounds

/** Three minutes of a chart, of each version. The newest row may lack its last scrape. */
async function compare({ measure, windowMs, versions, rows }: Shown, boundsOf: BoundsOf): Promise<void> {
  for (const { at, figures } of rows.slice(1, 4))
    for (const [index, version] of versions.entries())
      await agree(`${measure} of v${version}`, figures[index] ?? '', { at, windowMs, version, boundsOf })
}

interface Window {
  at: number
  windowMs: number
  /** `null`: all. */
  version: string | null
  boundsOf: BoundsOf
  late?: boolean
}

async function agree(what: string, shown: string, { at, windowMs, version, boundsOf, late = false }: Window): Promise<void> {
  const counted = countedBetween(await scrapesOf(setting('MODELDECK_LIVE_PROMETHEUS'), new URL(serving).host, at, windowMs), late)
  const sample = sampleOf(readCalls(file).filter((call) => version === null || call.version === version), counted)
  const bounds = boundsOf(sample, counted)
  const words = `${what} at ${new Date(at).toISOString()}: “${shown}”, by the load generator's ${sample.certain.length} to ${sample.certain.length + sample.possible.length} calls ${bounds.map((bound) => bound.toPrecision(4)).join(' to ')}`
  test.info().annotations.push({ type: 'compared', description: words })
  expect.soft(agrees(readFigure(shown), bounds), words).toBe(true)
}

/** The instant queries that the page sends from now on, with the moment that they ask about. */
function instantQueries(page: Page): { query: string; at: number }[] {
  const asked: { query: string; at: number }[] = []
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/v1/query')) return
    const form = new URLSearchParams(request.postData() ?? '')
    asked.push({ query: form.get('query') ?? '', at: Number(form.get('time')) * 1000 })
  })
  return asked
}
