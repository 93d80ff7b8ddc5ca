import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ulid } from 'ulid'
import { describe, expect, it } from 'vitest'
import { renderPage, testNow, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
// A machine that is busy draws late, and is right all the same.
configure({ asyncUtilTimeout: 8_000 })

function record(model: string, version: number, at: number, more: Record<string, unknown> = {}) {
  const id = ulid(at)
  const change = { id, action: 'promote', status: 'done', actor: 'Ada', actorKind: 'authenticated', at: new Date(at).toISOString(), reason: 'because', from: null, to: String(version), checks: [], overrides: [], ...more }
  demo.world.write({ kind: 'set-version-tag', model, version, key: `modeldeck.change.${id}`, value: JSON.stringify(change) })
  demo.world.write({ kind: 'set-version-tag', model, version, key: 'modeldeck.changed', value: new Date(at).toISOString() })
}

async function panel() {
  return screen.findByRole('region', { name: 'Decisions' })
}

async function decision(text: string | RegExp) {
  const [found] = await within(await panel()).findAllByText(text)
  const item = found?.closest('li')
  if (!item) throw new Error('not in the time line')
  return item
}

describe('/history', () => {
  it('shows decisions of all models, newest first, without walking the fleet', async () => {
    const { router } = renderPage('/history', demo)
    const item = await decision(/promoted/)
    expect(item).toHaveTextContent(/promoted v17 → v18 of freight-price.*3 h ago/)
    const asked = demo.requests.filter((entry) => entry.startsWith('GET /mlflow')).map((entry) => decodeURIComponent(entry.replaceAll('+', ' ')))
    expect(asked.filter((entry) => entry.includes("?filter=tags.`modeldeck.changed` LIKE '%'&") && entry.includes('creation_timestamp DESC'))).toHaveLength(1)
    // With those of the shell: far fewer than there are models.
    expect(asked.length).toBeLessThanOrEqual(8)
    expect(within(screen.getByRole('navigation', { name: 'Main' })).getByRole('link', { name: 'History' })).toHaveAttribute('aria-current', 'page')
    await userEvent.setup().click(within(item).getByRole('link', { name: 'freight-price' }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/models/mlflow/freight-price/history'))
  })

  it('shows what is under way on any model', async () => {
    const id = ulid(testNow - 600_000)
    const intent = { id, action: 'promote', status: 'intended', actor: 'Cy', actorKind: 'self-declared', at: new Date(testNow - 600_000).toISOString(), reason: 'left behind', from: '8', to: '9', version: '9' }
    demo.world.write({ kind: 'set-model-tag', model: 'customer-churn', key: `modeldeck.intent.${id}`, value: JSON.stringify(intent) })
    demo.world.write({ kind: 'set-model-tag', model: 'customer-churn', key: 'modeldeck.pending', value: 'yes' })
    renderPage('/history', demo)
    await waitFor(async () => expect(await decision('left behind')).toHaveTextContent(/Cy \(self-declared\) has not finished the promotion v8 → v9 of customer-churnUnfinished/))
  })

  it('finds by model, and exports only that', async () => {
    const user = userEvent.setup()
    renderPage('/history', demo)
    await decision(/promoted/)
    await user.type(screen.getByRole('searchbox', { name: 'Search decisions' }), 'claim-fraud')
    expect(screen.getByText(/^5 of \d+ decisions$/)).toBeInTheDocument()
    for (const link of within(await panel()).getAllByRole('link', { name: /^[a-z]/ })) expect(link).not.toHaveTextContent(/^(?!v\d|claim-fraud)/)
    await user.click(screen.getByRole('button', { name: /^Archivings/ }))
    expect(screen.getByText(/^1 of \d+ decisions$/)).toBeInTheDocument()
  })

  it('answers what was in production of every model on a date', async () => {
    renderPage('/history', demo)
    await decision(/promoted/)
    fireEvent.change(screen.getByLabelText('What was in production on'), { target: { value: '2026-11-24T01:00' } })
    const table = await screen.findByRole('table', { name: 'In production then' })
    const row = (name: string) => within(table).getByRole('link', { name }).closest('tr')
    expect(row('freight-price')).toHaveTextContent(/freight-price.*v17/)
    expect(row('claim-fraud')).toHaveTextContent(/claim-fraud.*v12/)
    expect(within(table).queryByText(/Before the first record/)).not.toBeInTheDocument()
    fireEvent.change(screen.getByLabelText('What was in production on'), { target: { value: '2026-06-01T01:00' } })
    expect(await within(table).findAllByText(/Before the first record of 2026-/)).not.toHaveLength(0)
  })

  it('reads page after page, can be stopped and goes on', async () => {
    // More versions with records than one page holds; all were registered after those of the world.
    for (let i = 0; i < 1_030; i++) {
      const name = `bulk-${i}`
      demo.world.write({ kind: 'create-model', model: name, description: null, tags: [] })
      demo.world.write({ kind: 'create-version', model: name, source: 's3://x', runId: '', description: '', tags: [] })
      record(name, 1, testNow - 60_000 - i * 1_000, { reason: `bulk reason ${i}` })
    }
    const user = userEvent.setup()
    // Each answer takes three seconds: there is time to read the screen between the pages.
    demo.setFault('mlflow', 'latency')
    renderPage('/history?q=of+freight-price', demo)
    const progress = await screen.findByRole('progressbar', { name: 'Reading records' })
    expect(progress.closest('[role="status"]')).toHaveTextContent(/Reading: 1.000 versions with records so far\./)
    await user.click(screen.getByRole('button', { name: 'Stop' }))
    await screen.findByText(/The records of 1.000 versions were read; there are more/)
    expect(screen.queryByRole('progressbar')).not.toBeInTheDocument()
    expect(screen.getByText(/^0 of 1.000 decisions$/)).toBeInTheDocument()
    demo.setFault('mlflow', null)
    await user.click(screen.getByRole('button', { name: 'Read on' }))
    await waitFor(async () => expect(await decision(/promoted/)).toHaveTextContent('of freight-price'))
    expect(screen.queryByRole('button', { name: 'Read on' })).not.toBeInTheDocument()
  })

  it('names what cannot be read', async () => {
    demo.world.write({ kind: 'set-version-tag', model: 'claim-fraud', version: 13, key: 'modeldeck.change.01J00000000000000000000001', value: 'nonsense' })
    demo.world.write({ kind: 'set-version-tag', model: 'claim-fraud', version: 13, key: 'modeldeck.changed', value: 'x' })
    renderPage('/history', demo)
    const lost = await screen.findByRole('list', { name: 'Records that cannot be read' })
    expect(lost).toHaveTextContent('claim-fraud v13: This decision record cannot be read: it is not JSON.')
  })

  it('says what failed and recovers by a retry', async () => {
    demo.setFault('mlflow', 'malformed')
    renderPage('/history', demo)
    const shown = await panel()
    const retry = await within(shown).findByRole('button', { name: 'Retry' })
    expect(shown).toHaveTextContent(/Failed · mlflow/)
    demo.setFault('mlflow', null)
    await userEvent.setup().click(retry)
    await decision(/promoted/)
  })

  it('says that there is nothing, and where no registry is configured', async () => {
    demo.world.registry.models.clear()
    const { unmount } = renderPage('/history', demo)
    expect(await screen.findByText(/No decision is recorded on any model/)).toBeInTheDocument()
    unmount()
    renderPage('/history', demo, { sources: [] })
    expect(await screen.findByText(/config.json names no registry/)).toBeInTheDocument()
  })
})
