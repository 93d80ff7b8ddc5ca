import { expect, openDemo, test } from './fixtures'
import { panel } from './screen'

test('a threshold moves along both curves by keys, and a saved chart is shown within the policy', async ({ page }) => {
  await openDemo(page, '/models/mlflow/claim-fraud/versions/13')
  const threshold = panel(page, /^Threshold/)
  const slider = threshold.getByRole('slider', { name: /^Threshold/ })
  await expect(threshold).toContainText('419 missed')
  await slider.focus()
  await page.keyboard.press('End')
  await expect(slider).toHaveValue('1')
  await expect(threshold).not.toContainText('419 missed')
  await threshold.getByRole('button', { name: /^Best F1/ }).click()
  await expect(threshold.getByRole('figure', { name: 'ROC curve' })).toContainText('At threshold 0.42')
  const picture = panel(page, /^Saved charts/).getByRole('img', { name: /^Feature importance of v13/ })
  await picture.scrollIntoViewIfNeeded()
  await expect.poll(() => picture.evaluate((img) => (img instanceof HTMLImageElement ? img.naturalWidth : 0))).toBeGreaterThan(100)
})

test('twelve versions scroll together, and their names stay in sight', async ({ page }) => {
  const versions = Array.from({ length: 12 }, (_, i) => i + 2).join(',')
  await openDemo(page, `/models/mlflow/claim-fraud/compare?versions=${versions}&layout=columns`)
  const metrics = page.getByRole('group', { name: 'Metrics, scrolls' })
  const params = page.getByRole('group', { name: 'Parameters that differ, scrolls' })
  await expect(params).toBeVisible()
  await metrics.evaluate((box) => box.scrollTo({ left: 300 }))
  await expect.poll(() => params.evaluate((box) => box.scrollLeft)).toBe(300)
  const name = metrics.getByRole('rowheader', { name: 'F1' })
  const [box, cell] = [await metrics.boundingBox(), await name.boundingBox()]
  expect(Math.abs((cell?.x ?? 0) - (box?.x ?? -9))).toBeLessThan(2)
  await expect(page.getByRole('table', { name: 'Metrics' })).toContainText('best 0.921')
})
