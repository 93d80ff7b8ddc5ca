import { readFile } from 'node:fs/promises'
import { expect, openDemo, test } from './fixtures'
import { follow, panel } from './screen'

test('docs: the model card as text, with its sections at the side', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/docs')
  await expect(page.getByRole('heading', { name: 'Intended use' })).toBeVisible()
  await page.getByRole('navigation', { name: 'Sections' }).getByRole('button', { name: 'Signature' }).click()
  await expect(page.getByRole('heading', { name: 'Signature' })).toBeInViewport()
  await page.getByRole('combobox', { name: 'Documentation of' }).selectOption({ label: 'v13, challenger' })
  await expect(panel(page, /^About this version/)).toContainText('moved with the new excess')
})

test('docs: what is missing is said, not hidden', async ({ page }) => {
  await openDemo(page, '/models/mlflow/driver-fatigue/docs')
  await expect(panel(page, 'What is missing')).not.toContainText('Nothing: everything')
  await expect(panel(page, 'What is missing').getByRole('listitem').first()).toBeVisible()
})

test('docs: a description is edited in place and kept', async ({ page }) => {
  await openDemo(page, '/models/mlflow/invoice-anomaly/docs')
  const about = panel(page, 'About the model')
  await about.getByRole('button', { name: 'Edit' }).click()
  await about.getByRole('textbox').fill('Flags invoices that **nobody ordered**.')
  await about.getByRole('button', { name: 'Save' }).click()
  const word = about.getByRole('strong').filter({ hasText: 'nobody ordered' })
  await expect(about.getByRole('textbox')).toHaveCount(0)
  await expect(word).toBeVisible()
  await page.reload()
  await expect(word).toBeVisible()
})

test('history: decisions with who, what, why, the checks of then, and the links to them', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/history')
  const january = page.getByRole('list', { name: 'Decisions of January 2026' })
  await expect(january.getByRole('listitem').filter({ hasText: 'promoted' })).toContainText(/tomasz\.wolski.*v11.*v12/)
  await january.getByRole('button', { name: /3 checks passed/ }).click()
  await expect(january.getByRole('list', { name: /checks/i })).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search decisions' }).fill('shadow comparison')
  await expect(page.getByRole('list', { name: /^Decisions of/ })).toHaveCount(1)
})

test('history across models is filtered, exported, and answers what served on a day', async ({ page }) => {
  await openDemo(page, '/history')
  await expect(page.getByRole('list', { name: 'Decisions of March 2026' })).toContainText('freight-price')
  await page.getByRole('button', { name: /^Rollbacks/ }).click()
  await expect(page.getByRole('list', { name: /^Decisions of/ })).toHaveCount(1)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Export JSON' }).click()
  const records: unknown = JSON.parse(await readFile(await (await download).path(), 'utf8'))
  expect(records).toEqual([expect.objectContaining({ action: 'rollback' })])
})

test('sources: what is connected, since when it answers, and what matches no model', async ({ page }) => {
  await openDemo(page, '/models')
  await follow(page, page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /^Sources/ }), /\/sources\?/)
  await expect(panel(page, /^mlflow/)).toContainText('MLflow 3.17.2')
  await expect(panel(page, /^prometheus/)).toContainText('Prometheus 2.42.0')
  await expect(panel(page, /^prometheus/)).toContainText(/Answered\s*just now/)
  await expect(panel(page, /not in a registry/)).toContainText('claims_fraud_legacy')
})
