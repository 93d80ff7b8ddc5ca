import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }
const slow = 40_000

const compare = (query: string, model = 'claim-fraud') => renderPage(`/models/mlflow/${model}/compare?${query}`, demo)
const table = (name: string) => screen.findByRole('table', { name }, wait)
const heads = (of: HTMLElement) => within(of).getAllByRole('columnheader').map(({ textContent }) => textContent)

describe('two versions', () => {
  it('are held against the champion, wherever it was named, with difference, interval and the best marked', async () => {
    compare('versions=13,12')
    const metrics = await table('Metrics')
    expect(heads(metrics)).toEqual(['Compared', 'v12 champion · reference', 'v13 challenger'])
    const f1 = within(metrics).getByRole('row', { name: /^F1/ })
    expect(f1).toHaveTextContent(/0\.901.*best 0\.921.*up 0\.020, better against champion v12/)
    expect(f1).toHaveTextContent(/\+0\.0\d+ to \+0\.0\d+/)
    expect(within(metrics).getByRole('row', { name: /^Cases/ })).toHaveTextContent(/24.000claim-fraud-test-2026-10.*24.000claim-fraud-test-2026-11/)
    expect(screen.getByText('Not on the same cases: champion v12 on claim-fraud-test-2026-10, challenger v13 on claim-fraud-test-2026-11.')).toBeInTheDocument()
  }, slow)

  it('differ in parameters, and what is equal is folded away', async () => {
    const user = userEvent.setup()
    compare('versions=12,13')
    const params = await table('Parameters that differ')
    expect(within(params).getByRole('row', { name: /^max_depth/ })).toBeInTheDocument()
    expect(within(params).queryByRole('row', { name: /^random_state/ })).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Show \d+ equal parameters?/ }))
    expect(within(await table('Equal parameters')).getByRole('row', { name: /^random_state/ })).toBeInTheDocument()
  }, slow)

  it('say what callers notice, what they serve now, and what is written about them', async () => {
    compare('versions=12,13')
    const live = await table('Serving now')
    expect(within(live).getByRole('row', { name: /^p95/ })).toHaveTextContent(/\d+ ms.*\d+ ms.*up [\d.]+ ms, worse against champion v12/)
    const signature = await screen.findByRole('region', { name: /^Signature/ }, wait)
    await waitFor(() => expect(signature).toHaveTextContent(/challenger v13.*(callers need no change|is new)/), wait)
    const documents = await screen.findByRole('region', { name: 'Documentation of challenger v13' }, wait)
    expect(await within(documents).findByText(/^Retrained with September to November claims/, {}, wait)).toBeInTheDocument()
    expect(await within(documents).findByText(/MODEL_CARD\.md: \d+ words/, {}, wait)).toBeInTheDocument()
  }, slow)

  it('lead into the promotion room', async () => {
    const user = userEvent.setup()
    const { router } = compare('versions=12,13')
    await table('Metrics')
    await user.click(await screen.findByRole('button', { name: 'Promote version 13' }, wait))
    expect(await screen.findByRole('dialog', { name: 'Promote claim-fraud version 13' })).toBeInTheDocument()
    expect(router.state.location.search).toMatch(/versions=12(%2C|,)13.*action=promote&version=13/)
    expect(within(await table('Versions')).queryByRole('button', { name: 'Promote version 12' })).not.toBeInTheDocument()
  }, slow)

  it('can be turned: another reference, another layout, both in the address', async () => {
    const user = userEvent.setup()
    const { router } = compare('versions=12,13')
    await table('Metrics')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Against' }), 'v13')
    await waitFor(async () => expect(heads(await table('Metrics'))).toEqual(['Compared', 'v13 challenger · reference', 'v12 champion']))
    await user.click(within(screen.getByRole('group', { name: 'Versions as' })).getByRole('radio', { name: 'Rows' }))
    expect(heads(await table('Metrics')).slice(0, 3)).toEqual(['Version', 'F1', 'Accuracy'])
    expect(router.state.location.search).toMatch(/reference=13.*layout=rows/)
  }, slow)
})

describe('versions', () => {
  it('are added and removed, and the address says which', async () => {
    const user = userEvent.setup()
    const { router } = compare('versions=12,13')
    await table('Metrics')
    await user.click(screen.getByRole('button', { name: 'Remove version 13' }))
    expect(await screen.findByText('v12 alone has nothing to be compared with')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Compare v12 with v13' })).toBeInTheDocument()
    // jsdom has no popovers: this is what a browser says when one opens.
    const choices = screen.getByLabelText('Versions to compare')
    fireEvent(choices, Object.assign(new Event('toggle'), { newState: 'open' }))
    await user.click(await within(choices).findByLabelText('v11', {}, wait))
    await waitFor(() => expect(new URLSearchParams(router.state.location.search).get('versions')).toBe('12,11'))
    expect(await screen.findByRole('table', { name: 'Metrics' }, wait)).toBeInTheDocument()
  }, slow)

  it('of a whole model lie as rows, with one call for all of them and one for their runs', async () => {
    compare(`versions=${Array.from({ length: 12 }, (_, i) => i + 2).join(',')}`)
    const metrics = await table('Metrics')
    expect(within(metrics).getAllByRole('row')).toHaveLength(13)
    expect(within(metrics).getByRole('row', { name: /^v13/ })).toHaveTextContent(/best 0\.921/)
    const asked = demo.requests.filter((request) => request.startsWith('GET') && /model-versions\/search.*version_number/.test(request))
    expect(asked).toEqual([expect.stringContaining('claim-fraud')])
    expect(demo.requests.filter((request) => request.startsWith('POST') && request.includes('runs/search'))).toHaveLength(1)
    expect(screen.getByRole('button', { name: 'Show the card of v11' })).toBeInTheDocument()
  }, slow)

  it('that are not there are named, and can be left out', async () => {
    const user = userEvent.setup()
    const { router } = compare('versions=12,99,13')
    const notice = await screen.findByRole('alert', {}, wait)
    expect(notice).toHaveTextContent('mlflow has no version 99 of “claim-fraud”. It was deleted, or the address is wrong.')
    expect(await table('Metrics')).toBeInTheDocument()
    await user.click(within(notice).getByRole('button', { name: 'Leave it out' }))
    expect(new URLSearchParams(router.state.location.search).get('versions')).toBe('12,13')
  }, slow)

  it('that were not named are asked for', async () => {
    compare('')
    expect(await screen.findByText('No version is chosen', {}, wait)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Compare v12 with v13' })).toHaveAttribute('href', expect.stringContaining('versions=12%2C13'))
  }, slow)

  it('of a regression have its measures, lower being better', async () => {
    compare('versions=17,18', 'freight-price')
    const metrics = await table('Metrics')
    expect(within(metrics).queryByRole('row', { name: /^F1/ })).not.toBeInTheDocument()
    expect(within(metrics).getByRole('row', { name: /^MAE/ })).toHaveTextContent(/best/)
  }, slow)
})

describe('faults', () => {
  it('a dead monitoring blanks nothing else', async () => {
    demo.setFault('prometheus', 'malformed')
    compare('versions=12,13')
    await waitFor(async () => expect(await table('Metrics')).toHaveTextContent('0.921'), wait)
    expect(await within(await screen.findByRole('region', { name: /^Serving now/ }, wait)).findByText(/^Failed/, {}, wait)).toBeInTheDocument()
  }, slow)

  it('a dead registry is said in words and comes back by Retry', async () => {
    const user = userEvent.setup()
    demo.setFault('mlflow', 'malformed')
    compare('versions=12,13')
    const alert = await screen.findByRole('alert', {}, wait)
    demo.setFault('mlflow', null)
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    await waitFor(async () => expect(await table('Metrics')).toHaveTextContent('0.921'), wait)
  }, slow)

  it('versions without a run and hostile names are words', async () => {
    const name = [...demo.world.registry.models.keys()].find((key) => key.includes('<img')) ?? ''
    compare('versions=2,3', encodeURIComponent(name))
    expect(await table('Versions')).toBeInTheDocument()
    expect(document.querySelector('main img')).toBeNull()
  }, slow)
})
