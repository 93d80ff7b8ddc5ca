import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }

describe('the head of a model', () => {
  it('says what is wrong, where to see it, and what to do; so does the tab of the browser', async () => {
    renderPage('/models/mlflow/freight-price', demo)
    expect(await screen.findByRole('heading', { level: 1, name: 'freight-price' })).toBeInTheDocument()
    const reasons = await screen.findByRole('list', { name: 'Reasons' }, wait)
    expect(within(reasons).getByRole('link', { name: /^Errors rose from 0\.2 % to \d(\.\d)? % with v18/ })).toHaveAttribute('href', '/models/mlflow/freight-price/serving')
    const action = within(reasons).getByRole('link', { name: /Roll back to v17/ })
    expect(action).toHaveAttribute('href', '/models/mlflow/freight-price?action=rollback&version=17')
    expect(screen.getByText('Failing')).toBeInTheDocument()
    await waitFor(() => expect(document.title).toBe('Failing: freight-price · Modeldeck'))
  })

  it('leads from a reason into the dialog of what it suggests', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/freight-price/serving?range=7d', demo)
    await user.click(await screen.findByRole('link', { name: /Roll back to v17/ }, wait))
    expect(await screen.findByRole('dialog', { name: /^Roll back freight-price/ }, wait)).toBeInTheDocument()
  })

  it('names champion, challenger, owner, task, kind and the registry', async () => {
    renderPage('/models/mlflow/claim-fraud', demo)
    const fact = async (name: string) => {
      const term = await screen.findByText(name, { selector: 'dt' }, wait)
      return term.nextElementSibling
    }
    await waitFor(async () => expect(await fact('Champion')).toHaveTextContent('v12 @champion'), wait)
    await waitFor(async () => expect(await fact('Challenger')).toHaveTextContent('v13 @challenger'), wait)
    await waitFor(async () => expect(await fact('Owner')).toHaveTextContent('risk-team'), wait)
    await waitFor(async () => expect(await fact('Task')).toHaveTextContent('classification'), wait)
    await waitFor(async () => expect(await fact('Kind')).toHaveTextContent('real-time'), wait)
    const link = await screen.findByRole('link', { name: /Open in MLflow/ }, wait)
    expect(link).toHaveAttribute('href', expect.stringContaining('#/models/claim-fraud'))
  })

  it('shows who served when, each version a link, and says it in words', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud', demo)
    const strip = await screen.findByRole('region', { name: 'Who served production when' }, wait)
    const links = within(strip).getAllByRole('link', { name: /^v(9|10|11|12) serve|^v13 challenger$/ })
    expect(links).toHaveLength(5)
    expect(links[3]).toHaveAttribute('href', '/models/mlflow/claim-fraud/versions/12')
    expect(strip.querySelector('p')).toHaveTextContent(/^v12 serves production since 14 Oct 2026/)
    await user.hover(within(strip).getByRole('link', { name: /^v11/ }))
    expect(strip.querySelector('p')).toHaveTextContent(/^v11 served production from .* to 14 Oct 2026/)
  })

  it('carries the demo and the time range in its tabs', async () => {
    renderPage('/models/mlflow/claim-fraud?range=7d&sort=-f1', demo)
    const tabs = await screen.findByRole('navigation', { name: 'Parts of the model' })
    expect(within(tabs).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(
      ['', '/quality', '/serving', '/docs', '/history'].map((tab) => `/models/mlflow/claim-fraud${tab}?range=7d`),
    )
    expect(within(tabs).getByRole('link', { name: 'Versions' })).toHaveAttribute('aria-current', 'page')
    await screen.findByRole('list', { name: 'Reasons' }, wait)
  })
})

describe('the owner', () => {
  it('is set in place and written to the registry', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud', demo)
    await user.click(await screen.findByRole('button', { name: 'Change owner' }, wait))
    const box = screen.getByRole('textbox', { name: 'Owner' })
    expect(box).toHaveFocus()
    expect(screen.getByRole('button', { name: 'Save' })).toBeDisabled()
    await user.clear(box)
    await user.type(box, 'fraud-squad')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('fraud-squad', {}, wait)).toBeInTheDocument()
    expect(screen.queryByRole('textbox', { name: 'Owner' })).not.toBeInTheDocument()
    expect(demo.world.registry.models.get('claim-fraud')?.tags.get('modeldeck.owner')).toBe('fraud-squad')
  })

  it('is left as it was by Cancel and by Escape', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud', demo)
    for (const leave of [() => user.click(screen.getByRole('button', { name: 'Cancel' })), () => user.keyboard('{Escape}')]) {
      await user.click(await screen.findByRole('button', { name: 'Change owner' }, wait))
      await user.type(screen.getByRole('textbox', { name: 'Owner' }), 'x')
      await leave()
      expect(screen.getByText('risk-team')).toBeInTheDocument()
    }
    expect(demo.requests.filter((request) => request.startsWith('POST') && request.includes('set-tag'))).toEqual([])
  })

  it('says what is missing when the registry refuses', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('reader')
    renderPage('/models/mlflow/claim-fraud', demo)
    await user.click(await screen.findByRole('button', { name: 'Change owner' }, wait))
    await user.type(screen.getByRole('textbox', { name: 'Owner' }), ' and me')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await screen.findByRole('alert', {}, wait)).toHaveTextContent(/permission/i), wait)
    expect(screen.getByRole('textbox', { name: 'Owner' })).toHaveValue('risk-team and me')
    expect(demo.world.registry.models.get('claim-fraud')?.tags.get('modeldeck.owner')).toBe('risk-team')
  })

  it('has no button where the deployment is read-only, and says why', async () => {
    renderPage('/models/mlflow/claim-fraud', demo, { readOnly: true })
    await screen.findByText('risk-team', {}, wait)
    expect(screen.queryByRole('button', { name: 'Change owner' })).not.toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Read-only' })).toHaveAccessibleDescription(/read-only in this deployment/)
  })
})

describe('what is not in order', () => {
  it('says that an alias points at a version that is gone', async () => {
    demo.world.registry.models.get('claim-fraud')?.aliases.set('champion', 99)
    renderPage('/models/mlflow/claim-fraud', demo)
    const problems = await screen.findByRole('list', { name: 'Problems' }, wait)
    expect(problems).toHaveTextContent('"champion" points at version 99, which no longer exists')
  })

  it('offers to finish or revert a decision that was interrupted', async () => {
    const user = userEvent.setup()
    const id = '01KASW0000000000000000000A'
    const intent = { id, action: 'promote', status: 'intended', actor: 'jonas.keller', actorKind: 'authenticated', at: '2026-11-24T11:40:00Z', reason: 'Better on every measure', from: '12', to: '13', checks: [], overrides: [], version: '13', plan: {}, undo: { alias: '12' } }
    demo.world.registry.models.get('claim-fraud')?.tags.set(`modeldeck.intent.${id}`, JSON.stringify(intent))
    renderPage('/models/mlflow/claim-fraud', demo)
    const banner = (await screen.findByText(/has not finished the promotion v12 → v13/, {}, wait)).closest('[role="status"]')
    expect(banner).toHaveTextContent('jonas.keller')
    expect(banner).toHaveTextContent('Better on every measure')
    await user.click(screen.getByRole('button', { name: 'Revert' }))
    await waitFor(() => expect(screen.queryByText(/has not finished the promotion/)).not.toBeInTheDocument())
    expect(demo.world.registry.models.get('claim-fraud')?.aliases.get('champion')).toBe(12)
  })
})

describe('what is not there', () => {
  it('names the source that has no such model, and the ways on', async () => {
    renderPage('/models/mlflow/no-such-model', demo)
    expect(await screen.findByText('mlflow has no model called “no-such-model”', {}, wait)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Search for “no-such-model”' })).toHaveAttribute('href', '/models?q=no-such-model')
    expect(screen.getByRole('banner')).toBeInTheDocument()
  })

  it('names the sources of this deployment where the address names another', async () => {
    renderPage('/models/elsewhere/claim-fraud', demo)
    expect(await screen.findByText('No registry is called “elsewhere” here', {}, wait)).toBeInTheDocument()
    expect(screen.getByText('The config.json of this deployment names: mlflow.')).toBeInTheDocument()
  })

  it('keeps its frame and its tabs when the registry is down, and comes back by Retry', async () => {
    const user = userEvent.setup()
    demo.setFault('mlflow', 'malformed')
    renderPage('/models/mlflow/claim-fraud', demo)
    const alert = await screen.findByRole('alert', {}, wait)
    expect(alert).toHaveTextContent(/Failed · mlflow/)
    expect(screen.getByRole('heading', { level: 1, name: 'claim-fraud' })).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Serving' })).toBeInTheDocument()
    demo.setFault('mlflow', null)
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    expect(await screen.findByText('risk-team', {}, wait)).toBeInTheDocument()
  })

  it('judges without the monitoring when that is dead, and says so', async () => {
    demo.setFault('prometheus', 'malformed')
    // An alert that still fires would be reason enough to call it Failing.
    demo.setFault('alertmanager', 'malformed')
    renderPage('/models/mlflow/freight-price', demo)
    expect(await screen.findByText(/Judged without a source that does not answer/, {}, wait)).toBeInTheDocument()
    expect(await screen.findByText('No data', {}, wait)).toBeInTheDocument()
    expect(await screen.findByRole('table', { name: 'Versions' }, wait)).toBeInTheDocument()
  })
})
