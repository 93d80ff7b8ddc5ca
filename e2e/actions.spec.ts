import type { Locator, Page } from '@playwright/test'
import { expect, openDemo, test } from './fixtures'
import { modelRow, moveClock, openDemoPanel, panel, versionRow } from './screen'

/** Waits until every check has its verdict. */
async function judged(dialog: Locator): Promise<void> {
  await expect(dialog.getByRole('list', { name: 'Checks' })).toBeVisible()
  await expect(dialog.getByText('Checking')).toHaveCount(0)
}

/** Gives a reason and confirms; the dialog closes when all is written and read back. */
async function decide(dialog: Locator, reason: string, confirm: string): Promise<void> {
  await dialog.getByRole('textbox', { name: 'Reason', exact: true }).fill(reason)
  await dialog.getByRole('button', { name: confirm, exact: true }).click()
  await expect(dialog).toBeHidden()
}

/** What the chart says of a version's requests at its end, per second; 0 once it gets none. */
async function rateNow(page: Page, version: string): Promise<number> {
  const text = await page.getByRole('figure', { name: 'Request rate', exact: true }).textContent()
  return Number.parseFloat(new RegExp(`${version}: Last ([\\d.]+) /s`).exec(text ?? '')?.[1] ?? '0')
}

test('the better challenger passes, is promoted, and its traffic follows', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/versions/13')
  await page.getByRole('button', { name: 'Promote', exact: true }).click()
  const room = page.getByRole('dialog', { name: 'Promote claim-fraud version 13' })
  await judged(room)
  await expect(room.getByText(/^(\d+) of \1 pass$/)).toBeVisible()
  await expect(room.getByRole('table', { name: 'Side by side' }).getByRole('row', { name: /^F1/ })).toContainText(/\+0\.0\d+ to \+0\.0\d+/)
  await expect(room.getByRole('list', { name: 'Will be written' })).toContainText('alias champion 12 → 13')
  await expect(room.getByRole('button', { name: 'Promote version 13' })).toBeDisabled()
  await decide(room, 'Better on every measure, canary quiet for four days.', 'Promote version 13')
  await expect(page.getByRole('status').filter({ hasText: 'Recorded as' })).toBeVisible()

  await moveClock(page, '+ 1 hour')
  await page.getByRole('link', { name: 'claim-fraud', exact: true }).first().click()
  await expect(versionRow(page, '13')).toContainText('champion')
  await page.getByRole('navigation', { name: 'Parts of the model' }).getByRole('link', { name: 'Serving' }).click()
  await expect.poll(() => rateNow(page, 'v13')).toBeGreaterThan(50)
  expect(await rateNow(page, 'v12')).toBe(0)
  await page.getByRole('navigation', { name: 'Parts of the model' }).getByRole('link', { name: 'History' }).click()
  const march = page.getByRole('list', { name: 'Decisions of March 2026' })
  await expect(march).toContainText(/priya\.nair.*promoted.*v12.*v13/)
  await expect(march).toContainText('Better on every measure, canary quiet for four days.')

  await page.reload()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click()
  await expect(modelRow(page, 'claim-fraud')).toContainText('v13')
})

test('the bad candidate is stopped, with reasons that everybody understands', async ({ page }) => {
  await openDemo(page, '/models/mlflow/customer-churn/versions/9?action=promote&version=9')
  const room = page.getByRole('dialog', { name: 'Promote customer-churn version 9' })
  await judged(room)
  const checks = room.getByRole('list', { name: 'Checks' })
  for (const reason of [
    'Recall is 0.742 (number of cases not logged); it must be ≥ 0.800.',
    'F1 is worse than the champion’s by more than 0.010: −0.051.',
    '3 of 9 tests failed: test_recall_on_new_customers',
    'There is neither a model card nor a description.',
  ])
    await expect(checks).toContainText(reason)
  await room.getByRole('textbox', { name: 'Reason', exact: true }).fill('Marketing wants it.')
  await expect(room.getByRole('button', { name: 'Promote version 9' })).toBeDisabled()
  await expect(room.getByRole('button', { name: 'Promote version 9' })).toHaveAccessibleDescription(/block/)
  await room.getByRole('button', { name: 'Cancel' }).click()
  await expect(room).toBeHidden()
  await page.goto('/models/mlflow/customer-churn')
  await expect(versionRow(page, '8')).toContainText('champion')
})

test('the bad release is rolled back by keys alone, and its errors fall', async ({ page }) => {
  await openDemo(page, '/models/mlflow/freight-price/serving')
  await expect(page.getByRole('group', { name: 'Now' })).toContainText('4.1 %')
  await page.getByRole('button', { name: 'Roll back' }).first().press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Roll back freight-price to version 17' })
  await judged(dialog)
  await expect(dialog.getByRole('row', { name: /^Errors/ })).toContainText(/4\.1 %.*0\.20 %/)
  // From the title to the reason and on to the button, as the keys lead.
  const reason = dialog.getByRole('textbox', { name: 'Reason', exact: true })
  await writeByKeys(page, reason, 'Errors rose twentyfold with version 18.')
  await pressByKeys(page, dialog.getByRole('button', { name: 'Roll back to version 17' }))
  await expect(dialog).toBeHidden()
  // What is true now is announced, and the focus is where it is said.
  const said = page.getByRole('status').filter({ hasText: 'Recorded as' })
  await expect(said).toBeFocused()

  await moveClock(page, '+ 1 hour')
  await expect(page.getByRole('figure', { name: 'Error rate', exact: true })).toContainText(/v17: Last 0\.\d+ %/)
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Models' }).click()
  await expect(modelRow(page, 'freight-price')).toContainText('v17')
})

test('a deprecated version shows who still calls it; archiving it needs a recorded reason', async ({ page }) => {
  await openDemo(page, '/models/mlflow/address-matching/versions/4')
  await page.getByRole('button', { name: 'Archive', exact: true }).click()
  const dialog = page.getByRole('dialog', { name: 'Archive address-matching version 4' })
  await judged(dialog)
  const traffic = dialog.getByRole('region', { name: 'Traffic' })
  await expect(traffic).toContainText(/Now\s*4\.3\/s/)
  await expect(traffic).toContainText('6,677,617 requests')
  await expect(dialog.getByRole('button', { name: 'Archive version 4' })).toBeDisabled()
  await dialog.getByRole('textbox', { name: /^Override “Nobody calls the version”/ }).fill('The last caller is ours and is switched off tonight.')
  await decide(dialog, 'Sunset agreed with the callers.', 'Archive version 4')
  await expect(page.getByText(/archived/i).first()).toBeVisible()

  await page.getByRole('button', { name: 'Restore', exact: true }).click()
  const restore = page.getByRole('dialog', { name: 'Restore address-matching version 4' })
  await judged(restore)
  await decide(restore, 'Needed for an audit.', 'Restore version 4')
  await expect(page.getByRole('button', { name: 'Deprecate', exact: true })).toBeVisible()
  await expect(panel(page, 'Decisions')).toContainText('Needed for an audit.')
  await expect(panel(page, 'Decisions')).toContainText('Sunset agreed with the callers.')
})

test('deprecating, archiving and restoring are done by keys alone, and each is announced', async ({ page }) => {
  await openDemo(page, '/models/mlflow/customer-churn/versions/6')
  for (const [verb, reason] of [['Deprecate', 'Version 8 is better everywhere.'], ['Archive', 'Nobody has called it for weeks.'], ['Restore', 'An audit asks for it.']] as const) {
    const open = page.getByRole('button', { name: verb, exact: true })
    await expect(open).toBeVisible()
    await pressByKeys(page, open)
    const dialog = page.getByRole('dialog', { name: `${verb} customer-churn version 6` })
    await judged(dialog)
    // Nothing is measured of a version that has not served for weeks: not known is not none.
    for (const override of await dialog.getByRole('textbox', { name: /^Override/ }).all()) {
      await writeByKeys(page, override, 'Its pods were taken down in autumn.')
    }
    await writeByKeys(page, dialog.getByRole('textbox', { name: 'Reason', exact: true }), reason)
    await pressByKeys(page, dialog.getByRole('button', { name: `${verb} version 6` }))
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('status').filter({ hasText: 'Recorded as' })).toBeFocused()
    await expect(panel(page, 'Decisions')).toContainText(reason)
  }
})

test('asking for a promotion and withdrawing it are done by keys alone, and each is announced', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/versions/13')
  const ask = page.getByRole('button', { name: 'Request promotion' })
  await expect(ask).toBeVisible()
  await pressByKeys(page, ask)
  const dialog = page.getByRole('dialog', { name: /^Request/ })
  await writeByKeys(page, dialog.getByRole('textbox', { name: 'Reason', exact: true }), 'Better on every measure.')
  await pressByKeys(page, dialog.getByRole('button', { name: /^Request promotion/ }))
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('status').filter({ hasText: /request/i }).first()).toBeVisible()
  const withdraw = page.getByRole('button', { name: 'Withdraw' })
  await expect(withdraw).toBeVisible()
  await pressByKeys(page, withdraw)
  await page.keyboard.type('Asked too soon.')
  await pressByKeys(page, withdraw)
  await expect(page.getByRole('status').filter({ hasText: /You withdrew the request/ })).toBeVisible()
})

test('promoting and answering a request are done by keys alone, and each is announced', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/versions/13')
  const promote = page.getByRole('button', { name: 'Promote', exact: true })
  await expect(promote).toBeVisible()
  await pressByKeys(page, promote)
  const room = page.getByRole('dialog', { name: 'Promote claim-fraud version 13' })
  await judged(room)
  await writeByKeys(page, room.getByRole('textbox', { name: 'Reason', exact: true }), 'Better on every measure.')
  await pressByKeys(page, room.getByRole('button', { name: 'Promote version 13' }))
  await expect(page.getByRole('status').filter({ hasText: 'Recorded as' })).toBeFocused()

  await page.goto('/requests')
  const request = page.getByRole('article', { name: 'candidate-screening v8' })
  const approve = request.getByRole('button', { name: 'Approve' })
  await expect(approve).toBeVisible()
  await pressByKeys(page, approve)
  await page.keyboard.type('Looked at the slices.')
  await pressByKeys(page, approve)
  await expect(page.getByRole('status').filter({ hasText: 'You approved the request to promote candidate-screening v8.' })).toBeVisible()
  await expect(request).toContainText('Looked at the slices.')
})

test('a decision that was cut off is finished or reverted by keys alone', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud')
  for (const how of ['Revert', 'Finish'] as const) {
    // Somebody's tab was closed before the alias was moved.
    await page.evaluate(async (id) => {
      const intent = { id, action: 'promote', status: 'intended', actor: 'jonas.keller', actorKind: 'authenticated', at: '2026-03-02T09:00:00Z', reason: 'Better on every measure', from: '12', to: '13', checks: [], overrides: [], version: '13', plan: {}, undo: { alias: '12' } }
      const body = JSON.stringify({ name: 'claim-fraud', key: `modeldeck.intent.${id}`, value: JSON.stringify(intent) })
      await fetch('/demo/mlflow/api/2.0/mlflow/registered-models/set-tag', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
    }, how === 'Revert' ? '01KJPW0000000000000000000A' : '01KJPW0000000000000000000B')
    await page.reload()
    const unfinished = page.getByRole('status').filter({ hasText: 'has not finished the promotion v12 → v13' })
    await expect(unfinished).toContainText('jonas.keller')
    await pressByKeys(page, page.getByRole('button', { name: how }))
    await expect(unfinished).toHaveCount(0)
    await expect(page.getByRole('main')).toContainText(how === 'Finish' ? /v13\s*@champion/ : /v12\s*@champion/)
  }
})

test('a request is talked about and rejected by keys alone, and each is announced', async ({ page }) => {
  await openDemo(page, '/requests')
  const request = page.getByRole('article', { name: 'candidate-screening v8' })
  for (const [verb, words, said] of [['Comment', 'Which slices?', /comment/i], ['Reject', 'One slice is worse.', /You rejected the request/]] as const) {
    const button = request.getByRole('button', { name: verb, exact: true })
    await expect(button).toBeVisible()
    await pressByKeys(page, button)
    await page.keyboard.type(words)
    await pressByKeys(page, button)
    await expect(page.getByRole('status').filter({ hasText: said })).toBeVisible()
  }
})

test('several versions are retired, and a limit is set, by keys alone, and each is announced', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud')
  for (const version of [3, 2]) {
    const box = page.getByRole('checkbox', { name: `Select version ${version}`, exact: true })
    await expect(box).toBeAttached()
    await pressByKeys(page, box, 'Space')
  }
  await pressByKeys(page, page.getByRole('group', { name: 'Chosen versions' }).getByRole('button', { name: 'Archive' }))
  const bulk = page.getByRole('dialog', { name: 'Archive 2 versions of claim-fraud' })
  await expect(bulk.getByRole('list', { name: 'Versions' })).not.toContainText('Checking')
  await writeByKeys(page, bulk.getByRole('textbox', { name: 'Reason', exact: true }), 'Never served.')
  await writeByKeys(page, bulk.getByRole('textbox', { name: 'Override what blocks because' }), 'They were never deployed.')
  await pressByKeys(page, bulk.getByRole('button', { name: 'Archive 2 versions' }))
  await expect(bulk.getByText('2 of 2 written; each has its own record.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(bulk).toBeHidden()

  await pressByKeys(page, page.getByRole('button', { name: /^Policy: / }))
  const policy = page.getByRole('dialog', { name: /olicy/ })
  await writeByKeys(page, policy.getByRole('textbox', { name: 'Accuracy warn' }), '0.9')
  await pressByKeys(page, policy.getByRole('button', { name: 'Save' }))
  await expect(page.getByRole('button', { name: 'Policy: 4 limits, 1 check, SLO' })).toBeVisible()
})

test('who may only read is told what is missing, and nothing is half-written', async ({ page, faults }) => {
  faults.allow(/403/)
  await openDemo(page, '/models/mlflow/claim-fraud/versions/13')
  const levers = await openDemoPanel(page)
  await levers.getByRole('combobox', { name: 'Persona' }).selectOption('reader')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Promote', exact: true }).click()
  const room = page.getByRole('dialog', { name: 'Promote claim-fraud version 13' })
  await judged(room)
  await room.getByRole('textbox', { name: 'Reason', exact: true }).fill('I would like to.')
  await room.getByRole('button', { name: 'Promote version 13' }).click()
  await expect(room.getByRole('alert')).toContainText('No permission')
  await expect(room.getByRole('alert')).toContainText(/EDIT/)
  await room.getByRole('button', { name: 'Cancel' }).click()
  await page.goto('/models/mlflow/claim-fraud')
  await expect(versionRow(page, '12')).toContainText('champion')
})

test('the champion that changed meanwhile is shown before anything is written', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/versions/11?action=promote&version=11')
  const room = page.getByRole('dialog', { name: 'Promote claim-fraud version 11' })
  await judged(room)
  await room.getByRole('textbox', { name: 'Reason', exact: true }).fill('Back to what we knew.')
  // Somebody else is faster: the alias is moved in the registry itself.
  await page.evaluate(async () => {
    await fetch('/demo/mlflow/api/2.0/mlflow/registered-models/alias', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'claim-fraud', alias: 'champion', version: '13' }),
    })
  })
  const blocking = room.getByRole('textbox', { name: /^Override/ })
  for (const field of await blocking.all()) await field.fill('Seen.')
  await room.getByRole('button', { name: 'Promote version 11' }).click()
  await expect(room.getByRole('alert')).toContainText('v13 is in production')
  await expect(room.getByRole('textbox', { name: 'Reason', exact: true })).toHaveValue('Back to what we knew.')
})

/** Presses Tab until the element has the focus, as somebody without a mouse would. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 200; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there.')
}

async function pressByKeys(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await page.keyboard.press(key)
}

async function writeByKeys(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field)
  await page.keyboard.type(text)
}
