import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { start } from '../../server/start.mjs'
import { expect, test } from './fixtures'
import { Registry, setting } from './registry'
import { judged } from './screen'
import { startMlflowWithAccounts, stopAll } from './servers.mjs'

/*
 * A real MLflow with accounts, reached through the server of this project, which signs in with
 * MODELDECK_MLFLOW_AUTH: once as a user who has EDIT, once as one who may only read.
 */
test.describe.configure({ mode: 'serial' })

const folder = mkdtempSync(join(tmpdir(), 'modeldeck-accounts-'))
const name = 'claims'
const plain = { stage: null, tags: {} }
let admin = new Registry('')
const apps: Record<'editor' | 'reader', Awaited<ReturnType<typeof start>> | undefined> = { editor: undefined, reader: undefined }

test.beforeAll(async () => {
  test.setTimeout(180_000)
  const server = await startMlflowWithAccounts(join(setting('MODELDECK_VENV'), 'bin', 'python'), folder)
  admin = new Registry(server.url, server.admin)
  const run = await admin.createRun({ accuracy: 0.93, f1: 0.91 })
  await admin.create(name, { aliases: { champion: '1', challenger: '2' }, tags: {}, versions: { 1: plain, 2: plain } }, run)
  for (const who of ['editor', 'reader'] as const) {
    const login = await admin.createUser(who)
    apps[who] = await start({ PORT: '0', MODELDECK_MLFLOW_URL: server.url, MODELDECK_MLFLOW_AUTH: login }, 'dist')
  }
  await admin.letEdit(name, ['editor'])
})

test.afterAll(async () => {
  for (const app of Object.values(apps)) await app?.close()
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

/** Opens a decision of version 2, gives a reason and confirms. */
async function decide(page: Page, who: keyof typeof apps, verb: string, reason: string) {
  await page.goto(`${apps[who]?.url ?? ''}models/mlflow/${name}/versions/2?action=${verb.toLowerCase()}&version=2`)
  const dialog = page.getByRole('dialog', { name: `${verb} ${name} version 2` })
  await judged(dialog)
  await expect(dialog.getByRole('textbox', { name: 'Your name' })).toHaveCount(0)
  await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason)
  await dialog.getByRole('button', { name: `${verb} version 2`, exact: true }).click()
  return dialog
}

for (const verb of ['Promote', 'Deprecate'])
  test(`a reader who tries to ${verb.toLowerCase()} is told that EDIT is missing, and nothing is written`, async ({ page, faults }) => {
    faults.allow(/403/)
    const before = await admin.read(name)
    const dialog = await decide(page, 'reader', verb, 'I would like to.')
    await expect(dialog.getByRole('alert')).toContainText('No permission · mlflow')
    await expect(dialog.getByRole('alert')).toContainText(`This needs the permission EDIT on "${name}" in MLflow.`)
    await expect(dialog.getByRole('alert')).toContainText('Nothing was changed.')
    await expect(dialog.getByRole('textbox', { name: 'Reason', exact: true })).toHaveValue('I would like to.')
    expect(await admin.read(name)).toEqual(before)
    await page.goto(`${apps.reader?.url ?? ''}models/mlflow/${name}`)
    await expect(page.getByRole('main')).not.toContainText('nfinished')
  })

test('who has EDIT and nothing more promotes, under the name that MLflow knows; the candidate’s alias stays, and it is said', async ({ page, faults }) => {
  // Taking the alias away needs MANAGE.
  faults.allow(/403 .*\/registered-models\/alias/)
  await decide(page, 'editor', 'Promote', 'Better on the held-out third.')
  const note = page.getByRole('status').filter({ hasText: 'Recorded as' })
  await expect(note).toContainText('Version 2 is in production, in place of version 1.')
  await expect(note).toContainText('The alias challenger still points at version 2 (no permission).')
  const held = await admin.read(name)
  expect(held.aliases).toEqual({ champion: '2', challenger: '2' })
  const record = Object.entries(held.versions['2']?.tags ?? {}).find(([key]) => key.startsWith('modeldeck.change.'))
  expect(JSON.parse(record?.[1] ?? '')).toMatchObject({ action: 'promote', status: 'done', actor: 'editor', actorKind: 'authenticated', from: '1', to: '2' })
})
