import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { Registry, setting } from './registry'
import { judged } from './screen'

/** What MLflow's own client says, by read_records.py. */
interface ReadByClient {
  aliases: Record<string, string>
  tags: Record<string, string>
  versions: Record<string, Record<string, string>>
  records: DecisionRecord[]
}

/** A record as its tag holds it, with where it stands. */
interface DecisionRecord {
  model: string
  version: string
  id: string
  action: string
  status: string
  actor: string
  actorKind: string
  at: string
  reason: string
  from: string | null
  to: string
  checks: [name: string, verdict: string, value: string, threshold: string][]
  overrides: string[]
}

const registry = new Registry(setting('MODELDECK_LIVE_MLFLOW'))
const who = 'Ada Lovelace, 品質'

/** One of each kind, in the order in which they can be made; text that has to survive every encoding. */
const decisions = [
  { verb: 'Promote', version: '2', to: '', reason: 'Better on “held-out” data: +2 % <b>F1</b> & \'calm\' — 良い 🚀', said: /promoted\s*v1\s*→\s*v2/ },
  { verb: 'Roll back', version: '1', to: 'to ', reason: 'Errors rose; 100 % of "night" traffic\\timed out.', said: /rolled back\s*v2\s*→\s*v1/ },
  { verb: 'Deprecate', version: '2', to: '', reason: 'Trained on last year’s claims.', said: /deprecated\s*v2\s*\(active\s*→\s*deprecated\)/ },
  { verb: 'Archive', version: '2', to: '', reason: 'Nobody calls it.', said: /archived\s*v2\s*\(deprecated\s*→\s*archived\)/ },
  { verb: 'Restore', version: '2', to: '', reason: 'Needed for an audit.', said: /restored\s*v2\s*\(archived\s*→\s*active\)/ },
] as const

test('what MLflow’s own client reads of every kind of decision is what the History page shows and exports', async ({ page }, info) => {
  test.setTimeout(240_000)
  const name = `recorded-${Date.now()}`
  const plain = { stage: null, tags: {} }
  // A check that blocks, so that there is something to override.
  const tags = { 'modeldeck.policy': JSON.stringify({ gates: { documentation: 'required' } }) }
  const run = await registry.createRun({ accuracy: 0.93, precision: 0.92, recall: 0.9, f1: 0.91 })
  await registry.create(name, { aliases: { champion: '1', challenger: '2' }, tags, versions: { 1: plain, 2: plain } }, run)
  await page.addInitScript((declared) => localStorage.setItem('modeldeck.name', declared), who)

  for (const { verb, version, to, reason } of decisions) {
    await test.step(verb, async () => {
      const action = verb.toLowerCase().replace(' ', '')
      await page.goto(`/models/mlflow/${name}/versions/${version}?action=${action}&version=${version}`)
      const dialog = page.getByRole('dialog', { name: `${verb} ${name} ${to}version ${version}` })
      if (verb === 'Deprecate') {
        await dialog.getByLabel('Sunset').fill('2099-12-31')
        await dialog.getByRole('combobox', { name: 'Replacement' }).selectOption('1')
      }
      await judged(dialog)
      await override(dialog)
      await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason)
      await dialog.getByRole('button', { name: `${verb} ${to}version ${version}`, exact: true }).click()
      await expect(page.getByRole('status').filter({ hasText: 'Recorded as' })).toBeVisible({ timeout: 30_000 })
      // Restoring clears them again.
      if (verb === 'Deprecate') expect(await registry.tagsOf(name, version)).toMatchObject({ 'modeldeck.sunset': '2099-12-31', 'modeldeck.replacement': '1', 'modeldeck.reason': reason })
    })
  }

  const read = readByClient(name)
  expect(read.aliases).toEqual({ champion: '1' })
  expect(read.tags).toEqual({ ...tags, 'modeldeck.pending': 'no' })
  expect(read.versions['2']).toMatchObject({ 'modeldeck.lifecycle': 'active', 'modeldeck.sunset': '', 'modeldeck.replacement': '', 'modeldeck.reason': '' })
  const newestFirst = read.records.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  expect(newestFirst.map(({ reason }) => reason)).toEqual(decisions.map(({ reason }) => reason).toReversed())
  for (const { version, at } of newestFirst) expect(Date.parse(read.versions[version]?.['modeldeck.changed'] ?? '')).toBeGreaterThanOrEqual(Date.parse(at))
  expect(newestFirst.find(({ action }) => action === 'promote')?.overrides.length).toBeGreaterThan(0)

  await page.goto(`/models/mlflow/${name}/history`)
  for (const record of newestFirst) await expectShown(page, record)
  const shownSentences = decisions.map(({ said }) => said).toReversed()
  await expect(decisionItems(page)).toContainText([...shownSentences])

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export JSON' }).click()
  const file = info.outputPath('decisions.json')
  await (await download).saveAs(file)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(newestFirst.map((record) => ({ source: 'mlflow', ...record })))

  await page.goto(`/history?q=${name}`)
  await expect(decisionItems(page)).toContainText(shownSentences)
})

/** Answers every check that blocks. */
async function override(dialog: Locator): Promise<void> {
  for (const field of await dialog.getByRole('textbox', { name: /^Override/ }).all()) await field.fill('Known; agreed with “risk”.')
}

function readByClient(name: string): ReadByClient {
  const script = join(import.meta.dirname, 'read_records.py')
  const env = { ...process.env, MLFLOW_DISABLE_TELEMETRY: 'true', DO_NOT_TRACK: 'true' }
  const python = join(setting('MODELDECK_VENV'), 'bin', 'python')
  const read: ReadByClient = JSON.parse(execFileSync(python, [script, setting('MODELDECK_LIVE_MLFLOW'), name], { env, encoding: 'utf8' }))
  return read
}

/** The decisions on the time line, without what was merely registered. */
function decisionItems(page: Page): Locator {
  return page.getByRole('list', { name: /^Decisions of/ }).getByRole('listitem').filter({ has: page.getByRole('button', { expanded: false }).or(page.getByRole('button', { expanded: true })) })
}

/** Every field of the record, in the words of its line. */
async function expectShown(page: Page, record: DecisionRecord): Promise<void> {
  const item = decisionItems(page).filter({ hasText: record.reason })
  await expect(item).toHaveCount(1)
  await expect(item.getByText(record.actor, { exact: true })).toBeVisible()
  await expect(item).toContainText(record.actorKind === 'self-declared' ? '(self-declared)' : record.actor)
  await expect(item.getByText(record.reason, { exact: true })).toBeVisible()
  await expect(item.locator('time').first()).toHaveAttribute('datetime', record.at)
  if (record.overrides.length > 0) await expect(item).toContainText(`Overrode ${record.overrides.join('; ')}`)
  await item.getByRole('button', { expanded: false }).click()
  const words: Record<string, string> = { pass: 'passed', warn: 'warned', fail: 'failed', unknown: 'not known', 'not-applicable': 'did not apply' }
  const expected = record.checks.map(([check, verdict, value, threshold]) => `${check}${words[verdict]}${value === '' ? '–' : value}${threshold === '' ? '' : ` asked: ${threshold}`}`)
  await expect(item.getByRole('list', { name: 'Checks' }).getByRole('listitem')).toHaveText(expected)
  await expect(item).toContainText(`tag modeldeck.change.${record.id} on version ${record.version}`)
}
