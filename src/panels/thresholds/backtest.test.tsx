import { screen, within } from '@testing-library/react'
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
    expect(await dialog.findByText(/^Would have fired (once|\d+ times) in 30 days/, {}, wait)).toBeVisible()
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
    expect(dialog.getByText(/As saved, (once|\d+ times)\./)).toBeVisible()
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
