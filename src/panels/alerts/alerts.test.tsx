import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const patient = { timeout: 15_000 }
vi.setConfig({ testTimeout: 30_000 })

describe('the alerts of a model on its own page', () => {
  it('stand in a line, and open into the list', async () => {
    renderPage('/models/mlflow/claim-fraud/serving', demo)
    const line = within(await screen.findByRole('region', { name: 'Alerts' }, patient))
    const show = await line.findByRole('button', { name: 'Show alerts' }, patient)
    expect(line.getByText('RecallLow')).toBeVisible()
    expect(line.getByText('pending')).toBeVisible()
    await userEvent.click(show)
    const list = within(line.getByRole('list', { name: 'Alerts of claim-fraud' }))
    expect(list.getAllByRole('listitem')).toHaveLength(2)
    expect(list.getByRole('button', { name: 'Silence RecallLow' })).toBeVisible()
  })

  it('are none where all is calm', async () => {
    renderPage('/models/mlflow/route-eta/serving', demo)
    expect(await screen.findByText('None of this model is pending or fires.', {}, patient)).toBeVisible()
  })

  it('say which source is missing, and show what the other knows', async () => {
    demo.setFault('alertmanager', 'unauthenticated')
    renderPage('/models/mlflow/freight-price/serving', demo)
    const line = within(await screen.findByRole('region', { name: 'Alerts' }, patient))
    await waitFor(async () => expect(await line.findByRole('alert', {}, patient)).toHaveTextContent(/alertmanager: Failed/), patient)
    expect(await line.findByText('HighErrorRatio', {}, patient)).toBeVisible()
  })

  it('have no line where no source could tell', async () => {
    renderPage('/models/mlflow/freight-price/serving', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }] })
    expect(await screen.findByRole('link', { name: 'Serving' }, patient)).toBeVisible()
    expect(screen.queryByRole('region', { name: 'Alerts' })).toBeNull()
  })
})

describe('alerts elsewhere', () => {
  it('mark the row of their model, make it Failing, and are counted in the navigation', async () => {
    renderPage('/models', demo)
    const mark = await screen.findByRole('link', { name: '1 alert fires: freight-price' }, patient)
    expect(mark).toHaveAttribute('href', '/alerts?model=mlflow%2Ffreight-price')
    expect(mark.closest('tbody')).toHaveTextContent(/Failing.*Critical alert HighErrorRatio of v18 fires/)
    const main = within(screen.getByRole('navigation', { name: 'Main' }))
    expect(await main.findByText('2', {}, patient)).toHaveTextContent('2 fire')
  })

  it('stand in the way of a promotion while a critical one fires, silenced or not', async () => {
    const critical = { name: 'alertname', value: 'HighErrorRatio', isRegex: false, isEqual: true }
    demo.world.silence({ id: '2a7e8c36-ae2f-4a0e-9a5f-6e4a2b6f0ab1', matchers: [critical], startsAt: 0, endsAt: demo.world.start + 3_600_000, updatedAt: 0, createdBy: 'a', comment: 'b' })
    renderPage('/models/mlflow/freight-price?action=promote&version=17', demo)
    const dialog = within(await screen.findByRole('dialog', { name: 'Promote freight-price version 17' }, patient))
    expect(await dialog.findByText(/A critical alert fires: HighErrorRatio/, {}, patient)).toBeVisible()
  })
})
