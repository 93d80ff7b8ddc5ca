import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { dayMs, hourMs } from '@/domain/time'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
// The machine of a test may be slow: a world evaluates its rules first.
const patient = { timeout: 8_000 }
vi.setConfig({ testTimeout: 30_000 })

/** Pastes: a page with many roles is drawn again for each key. */
async function write(user: ReturnType<typeof userEvent.setup>, field: HTMLElement, text: string): Promise<void> {
  await user.click(field)
  await user.paste(text)
}

async function alertsOf(model: string) {
  const list = await screen.findByRole('list', { name: `Alerts of ${model}` }, patient)
  return within(list)
}

describe('/alerts', () => {
  it('shows what fires by model, the worst first, with who has silenced what', async () => {
    renderPage('/alerts', demo)
    const freight = await alertsOf('freight-price')
    const [critical, inhibited] = freight.getAllByRole('listitem')
    expect(critical).toHaveTextContent(/Criticalfiring.*HighErrorRatio v18.*4\.\d+% of the requests to freight-price v18 fail/)
    expect(inhibited).toHaveTextContent(/Warninginhibited.*ElevatedErrorRatio.*A more severe alert speaks for it/)
    const models = screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(models.slice(0, 3)).toEqual(['freight-price', 'claim-fraud', 'vehicle-damage-severity'])
    const vehicles = await alertsOf('vehicle-damage-severity')
    expect(await vehicles.findByText(/Silenced by/)).toHaveTextContent(/Silenced by helen\.osei until 27 Nov 2026.*Photos from the new app/)
    expect((await alertsOf('claim-fraud')).getByText(/Fires in \d+ h if it lasts: its rule asks for 3 d/)).toBeVisible()
    expect(screen.getByText(/shows alerts while it is open and tells nobody/)).toBeVisible()
  })

  it('says which rule cannot be evaluated, and so never fires', async () => {
    renderPage('/alerts', demo)
    const rules = within(await screen.findByRole('list', { name: 'Rules' }, patient))
    expect(rules.getAllByRole('listitem')[0]).toHaveTextContent(/QueueGrowscannot be evaluated.*It never fires:.*many-to-many/)
    expect(rules.getAllByRole('listitem')).toHaveLength(7)
  })

  it('filters by state, severity and words, in the address', async () => {
    const user = userEvent.setup({ delay: null })
    const { router } = renderPage('/alerts?status=firing', demo)
    await alertsOf('freight-price')
    expect(screen.getByText('2 of 5 alerts')).toBeVisible()
    await user.click(screen.getByRole('button', { name: 'Critical' }))
    expect(screen.queryByRole('list', { name: 'Alerts of claim-fraud' })).toBeNull()
    await user.click(screen.getByRole('button', { name: '2 fire' }))
    await user.click(screen.getByRole('button', { name: 'Critical' }))
    await write(user, screen.getByRole('searchbox', { name: 'Search' }), 'claim_amount')
    expect((await alertsOf('claim-fraud')).getAllByRole('listitem')).toHaveLength(1)
    expect(router.state.location.search).toBe('?q=claim_amount')
    await write(user, screen.getByRole('searchbox', { name: 'Search' }), 'x')
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    expect(router.state.location.search).toBe('')
  })

  it('shows one model’s alerts, and the others that are nobody’s only when asked', async () => {
    const user = userEvent.setup({ delay: null })
    renderPage('/alerts?model=mlflow%2Fclaim-fraud', demo)
    await alertsOf('claim-fraud')
    expect(screen.queryByRole('list', { name: 'Alerts of freight-price' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Remove filter Model claim-fraud' }))
    await alertsOf('freight-price')
    expect(screen.queryByText(/The disk of pushgateway/)).toBeNull()
    await user.click(screen.getByRole('button', { name: /1 other alert belongs to no registered model/ }))
    expect(await screen.findByText(/The disk of pushgateway/)).toBeVisible()
  })
})

describe('silencing', () => {
  it('needs a reason, names what it covers, and ends with a press', async () => {
    const user = userEvent.setup({ delay: null })
    renderPage('/alerts', demo)
    const freight = await alertsOf('freight-price')
    await user.click(freight.getByRole('button', { name: 'Silence HighErrorRatio' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Silence HighErrorRatio' }, patient))
    const confirm = () => dialog.getByRole('button', { name: /^Silence for/ })
    expect(confirm()).toBeDisabled()
    expect(dialog.getByText(/Covers 1 alert/)).toBeVisible()
    await user.click(dialog.getByRole('checkbox', { name: 'alertname="HighErrorRatio"' }))
    await user.click(dialog.getByRole('checkbox', { name: 'severity="critical"' }))
    expect(dialog.getByText(/Covers 2 alerts/)).toHaveTextContent('ElevatedErrorRatio of freight-price')
    await user.click(dialog.getByRole('button', { name: '1d' }))
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'Tariff service is being fixed')
    await user.click(confirm())

    await waitFor(() => expect(screen.queryByRole('dialog', { name: /^Silence/ })).toBeNull(), patient)
    const set = [...demo.world.silences.values()].at(-1)
    expect(set).toMatchObject({ createdBy: 'priya.nair', comment: 'Tariff service is being fixed', endsAt: demo.world.start + dayMs })
    expect(set?.matchers.map(({ name }) => name)).toEqual(['cluster', 'model', 'version'])
    await waitFor(() => expect(freight.getAllByText(/Silenced by/)).toHaveLength(2), patient)
    // Nothing moves under the pointer: the model stays where it was.
    expect(screen.getAllByRole('heading', { level: 3 })[0]).toHaveTextContent('freight-price')

    await user.click(freight.getByRole('button', { name: 'Unsilence HighErrorRatio' }))
    const undo = within(await screen.findByRole('dialog', { name: 'Unsilence HighErrorRatio' }, patient))
    expect(undo.getByText(/may hear at once of HighErrorRatio of freight-price, ElevatedErrorRatio of freight-price/)).toBeVisible()
    await user.click(undo.getByRole('button', { name: 'Unsilence' }))
    expect(await freight.findByRole('button', { name: 'Silence HighErrorRatio' }, patient)).toBeVisible()
    expect([...demo.world.silences.values()].at(-1)?.endsAt).toBe(demo.world.start)
  })

  it('takes a length that is typed, and refuses one that is none', async () => {
    const user = userEvent.setup({ delay: null })
    renderPage('/alerts', demo)
    await user.click((await alertsOf('claim-fraud')).getByRole('button', { name: 'Silence RecallLow' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Silence/ }, patient))
    const length = dialog.getByRole('textbox', { name: 'For how long' })
    await user.clear(length)
    await write(user, length, 'soon')
    expect(length).toBeInvalid()
    await user.clear(length)
    await write(user, length, '1h30m')
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'r')
    await user.click(dialog.getByRole('button', { name: 'Silence for 1 h' }))
    await waitFor(() => expect([...demo.world.silences.values()].at(-1)?.endsAt).toBe(demo.world.start + 1.5 * hourMs), patient)
  })

  it('keeps what was written where the server refuses', async () => {
    const user = userEvent.setup({ delay: null })
    renderPage('/alerts', demo)
    await user.click((await alertsOf('claim-fraud')).getByRole('button', { name: 'Silence RecallLow' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Silence/ }, patient))
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'because')
    demo.setFault('alertmanager', 'server-error')
    await user.click(dialog.getByRole('button', { name: /^Silence for/ }))
    await waitFor(async () => expect(await dialog.findByRole('alert', {}, patient)).toHaveTextContent(/500: open data.*no space left/), patient)
    expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveValue('because')
  })

  it('asks for a name where nobody is known', async () => {
    const user = userEvent.setup({ delay: null })
    demo.world.setPersona('anonymous')
    renderPage('/alerts', demo)
    await user.click((await alertsOf('claim-fraud')).getByRole('button', { name: 'Silence RecallLow' }))
    const dialog = within(await screen.findByRole('dialog', { name: /^Silence/ }, patient))
    await write(user, dialog.getByRole('textbox', { name: 'Reason' }), 'because')
    expect(dialog.getByRole('button', { name: /^Silence for/ })).toBeDisabled()
    await write(user, dialog.getByRole('textbox', { name: 'Your name' }), 'Robin')
    await user.click(dialog.getByRole('button', { name: 'Use this name' }))
    await user.click(dialog.getByRole('button', { name: /^Silence for/ }))
    await waitFor(() => expect([...demo.world.silences.values()].at(-1)?.createdBy).toBe('Robin'), patient)
  })
})

describe('where something is missing', () => {
  it('without Alertmanager: what Prometheus knows, and no button that cannot work', async () => {
    renderPage('/alerts', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }, { id: 'prometheus', type: 'prometheus', url: 'http://demo.test/prometheus' }] })
    expect((await alertsOf('freight-price')).getAllByRole('listitem')).toHaveLength(2)
    expect(screen.queryByRole('button', { name: /^Silence / })).toBeNull()
    expect(screen.getByText(/Silences are kept by Alertmanager/)).toBeVisible()
  })

  it('without Prometheus: what Alertmanager knows, nothing pending', async () => {
    renderPage('/alerts', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }, { id: 'alertmanager', type: 'alertmanager', url: 'http://demo.test/alertmanager' }] })
    expect((await alertsOf('claim-fraud')).getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText(/Rules are evaluated by Prometheus/)).toBeVisible()
  })

  it('without either it says what to configure', async () => {
    renderPage('/alerts', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }] })
    expect(await screen.findByText(/names neither a Prometheus nor an Alertmanager/)).toBeVisible()
  })

  it('read only: silences are shown, and neither set nor ended', async () => {
    renderPage('/alerts', demo, { readOnly: true })
    expect(await (await alertsOf('vehicle-damage-severity')).findByText(/Silenced by/)).toBeVisible()
    expect(screen.queryByRole('button', { name: /silence /i })).toBeNull()
  })

  it.each([
    ['alertmanager', 'unauthenticated'],
    ['prometheus', 'malformed'],
  ] as const)('%s fails: the other goes on, and the gap is said', async (source, fault) => {
    demo.setFault(source, fault)
    renderPage('/alerts', demo)
    expect((await alertsOf('freight-price')).getByText('HighErrorRatio', { selector: 'bdi' })).toBeVisible()
    expect(await screen.findByText(new RegExp(`What ${source} knows is missing`))).toBeVisible()
  })

  it('says it where nobody lets us ask', async () => {
    demo.setFault('alertmanager', 'unauthenticated')
    demo.setFault('prometheus', 'unauthenticated')
    renderPage('/alerts', demo)
    expect((await screen.findAllByText('No permission', {}, patient)).length).toBeGreaterThan(0)
  })
})
