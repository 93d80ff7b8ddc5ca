import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 60_000 }
const limit = 120_000

async function openEditor(model: string) {
  renderPage(`/models/mlflow/${model}/history?policy=edit`, demo)
  const dialog = await screen.findByRole('dialog', { name: `Policy of ${model}` }, wait)
  return within(dialog)
}

const histories = () => demo.requests.filter((request) => request.startsWith('POST /prometheus/api/v1/query_range') || request.startsWith('GET /prometheus/api/v1/query_range')).length

describe('limits before they are saved', () => {
  it('say how often they would have fired, and when, and ask monitoring only when one is chosen', async () => {
    const user = userEvent.setup()
    const dialog = await openEditor('freight-price')
    const chips = within(await dialog.findByRole('group', { name: 'Try a limit on the last 30 days' }, wait))
    const before = histories()
    await user.click(chips.getByRole('button', { name: 'Error ratio' }))
    expect(await dialog.findByText(/^Would have fired (once|twice|\d+ times) in 30 days/, {}, wait)).toBeVisible()
    expect(histories() - before).toBe(2)
    expect(await dialog.findByRole('figure', { name: 'Error ratio over 30 days' }, wait)).toBeInTheDocument()
    const table = within(dialog.getByRole('table', { name: 'When Error ratio would have fired' }))
    const [, newest] = table.getAllByRole('row')
    expect(newest).toHaveTextContent(/\d+ Nov, \d\d:\d\d.*(critical|warning).*%.*(recovered|fires still)/)
    await user.click(within(newest ?? document.body).getByRole('button', { name: /^Show .* in the chart$/ }))
    await user.click(dialog.getByRole('button', { name: 'All 30 days' }))

    for (const [field, value] of [['warn', '0.9'], ['critical', '0.95']] as const) {
      await user.clear(dialog.getByRole('textbox', { name: `Error ratio ${field}` }))
      await user.type(dialog.getByRole('textbox', { name: `Error ratio ${field}` }), value)
    }
    expect(await dialog.findByText('Would not have fired in 30 days.', {}, wait)).toBeVisible()
    expect(dialog.getByText(/As saved, (once|twice|\d+ times)\./)).toBeVisible()
    expect(dialog.queryByRole('table', { name: 'When Error ratio would have fired' })).not.toBeInTheDocument()
    expect(histories() - before).toBe(2)
  }, limit)

  it('say what monitoring could not, and do not count it as calm', async () => {
    const user = userEvent.setup()
    const dialog = await openEditor('claim-fraud')
    const chips = within(await dialog.findByRole('group', { name: 'Try a limit on the last 30 days' }, wait))
    demo.setFault('prometheus', 'server-error')
    await user.click(chips.getByRole('button', { name: 'F1' }))
    expect(await dialog.findByRole('button', { name: 'Retry' }, wait)).toBeVisible()
    expect(dialog.queryByText(/Would/)).not.toBeInTheDocument()
    demo.setFault('prometheus', null)
    await user.click(dialog.getByRole('button', { name: 'Retry' }))
    expect(await dialog.findByText(/^Would (not )?have fired/, {}, wait)).toBeVisible()
  }, limit)

  it('of a model without history are not judged', async () => {
    const user = userEvent.setup()
    demo.world.write({ kind: 'set-model-tag', model: 'freight-price', key: 'modeldeck.serving', value: '{"model":"nobody"}' })
    const dialog = await openEditor('freight-price')
    const chips = within(await dialog.findByRole('group', { name: 'Try a limit on the last 30 days' }, wait))
    await user.click(chips.getByRole('button', { name: 'Error ratio' }))
    expect(await dialog.findByText('There is no history: monitoring knows no such series of this model.', {}, wait)).toBeVisible()
  }, limit)
})

describe('limits as files', () => {
  it('are those that are typed, with what could not be exported, and it is said who tells', async () => {
    const user = userEvent.setup()
    const dialog = await openEditor('claim-fraud')
    expect(dialog.getByText(/Modeldeck tells of alerts only while it is open/)).toBeVisible()
    await user.click(dialog.getByRole('button', { name: 'Export as alert rules' }))
    const rules = await dialog.findByRole('group', { name: 'modeldeck-rules.yml' }, wait)
    expect(rules).toHaveTextContent(/alert: ModelErrorRatioHigh.*model_requests_total\{code=~"5\.\.", model="claim-fraud"\}.*>= 0\.03/)
    expect(rules).toHaveTextContent('model_quality{metric="f1", model="claim-fraud", window="7d"}')
    expect(rules).toHaveTextContent('link: http://localhost:3000/models/mlflow/claim-fraud/serving')
    await user.type(dialog.getByRole('textbox', { name: 'Request rate warn' }), '5')
    await waitFor(() => expect(rules).toHaveTextContent('alert: ModelRequestRateLow'), wait)
    await user.click(dialog.getByRole('radio', { name: 'One a version' }))
    await waitFor(() => expect(rules).toHaveTextContent('on (model, version)'), wait)
    await user.click(dialog.getByRole('radio', { name: 'Alertmanager routes' }))
    expect(dialog.getByRole('group', { name: 'alertmanager.yml' })).toHaveTextContent(/api_url_file: .*channel: "#model-alerts"/)
    expect(dialog.getByRole('button', { name: 'Download alertmanager.yml' })).toBeEnabled()
    expect(dialog.getByRole('button', { name: 'Copy the file' })).toBeEnabled()
  }, limit)

  it('of all models that have some are on the page of alerts, and are downloaded whole', async () => {
    const user = userEvent.setup()
    const saved: Blob[] = []
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) saved.push(blob)
      return 'blob:rules'
    }
    URL.revokeObjectURL = () => undefined
    renderPage('/alerts', demo)
    await user.click(await screen.findByRole('button', { name: 'Export as alert rules' }, wait))
    const rules = await screen.findByRole('group', { name: 'modeldeck-rules.yml' }, wait)
    expect(screen.getByText(/^\d+ rules of 3 models$/)).toBeVisible()
    for (const model of ['claim-fraud', 'freight-price', 'customer-churn']) expect(rules).toHaveTextContent(`name: modeldeck/mlflow/${model}`)
    await user.click(screen.getByRole('button', { name: 'Download modeldeck-rules.yml' }))
    expect(await saved[0]?.text()).toBe(rules.textContent)
  }, limit)
})
