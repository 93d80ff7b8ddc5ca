import { configure, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

// The demo's Prometheus computes what it answers, on the same thread as the page.
configure({ asyncUtilTimeout: 10_000 })
vi.setConfig({ testTimeout: 30_000 })

const demo = useDemoWorld()
const registry = { id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }
const monitoring = { id: 'prometheus', type: 'prometheus', url: 'http://demo.test/prometheus' }

async function openSignal(name: string, config: object = {}) {
  renderPage('/sources', demo, { sources: [registry, { ...monitoring, ...config }] })
  const panel = within(await screen.findByRole('region', { name: /^Queries \(prometheus\)/ }))
  const row = within(await panel.findByRole('listitem', { name }))
  await userEvent.click(row.getByRole('button', { name: `Try ${name}` }))
  return { row, editor: await row.findByRole('textbox', { name: 'PromQL' }) }
}

describe('Queries', () => {
  it('runs the query in use and joins its answer to the models', async () => {
    const { row, editor } = await openSignal('Request rate')
    expect(editor).toHaveValue('sum by ($by) (rate(model_requests_total{$selector}[$window]))')
    await userEvent.click(row.getByRole('button', { name: 'Run' }))
    const table = within(await row.findByRole('table'))
    expect(table.getAllByRole('link').length).toBeGreaterThan(3)
    expect(row.getByText(/registered models; 1 row of none/)).toBeInTheDocument()
    expect(row.queryByRole('button', { name: 'Copy for config.json' })).not.toBeInTheDocument()
  })

  it('gives the lines for config.json, and says what belongs to no model', async () => {
    const { row, editor } = await openSignal('Requests in flight')
    await userEvent.clear(editor)
    await userEvent.click(editor)
    await userEvent.paste('count by (version) (model_requests_in_progress)')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    expect((await row.findAllByText('no registered model')).length).toBeGreaterThan(0)
    expect(row.getByText(/rows have no label model/)).toBeInTheDocument()
    expect(row.getByText(/"in_flight": "count by \(version\)/)).toBeInTheDocument()
    expect(row.getByRole('button', { name: 'Copy for config.json' })).toBeInTheDocument()
  })

  it.each([
    ['sum(rate(', 'in the words of the server', /parse error/],
    ['sum by ($by) (x{$selector}[$range])', 'before it is sent', /holds \$range; known are \$selector/],
  ])('refuses %s %s', async (query, _, words) => {
    const { row, editor } = await openSignal('Error rate')
    await userEvent.clear(editor)
    await userEvent.click(editor)
    await userEvent.paste(query)
    await userEvent.click(row.getByRole('button', { name: 'Run' }))
    expect(await row.findByText(words)).toBeInTheDocument()
    expect(row.queryByRole('button', { name: 'Copy for config.json' })).not.toBeInTheDocument()
  })

  it('says why a runtime cannot answer, and lets a query of one’s own be tried', async () => {
    const { row, editor } = await openSignal('Latency, 95th percentile', { preset: 'mlserver' })
    expect(row.getByText(/give the mean and no percentile/)).toBeInTheDocument()
    expect(editor).toHaveValue('')
    expect(row.getByRole('button', { name: 'Run' })).toBeDisabled()
  })

  it('marks what config.json decides', async () => {
    const { row } = await openSignal('Drift of inputs', { queries: { drift: 'max by ($by) (model_drift{$selector})' } })
    expect(row.getByText('from config.json')).toBeInTheDocument()
  })
})

describe('the preset', () => {
  it('that finds nothing names the one that would, with the line to write', async () => {
    renderPage('/sources', demo, { sources: [registry, { ...monitoring, preset: 'triton' }] })
    expect(await screen.findByText(/What this preset reads is not there.*"preset": "modeldeck"/)).toBeInTheDocument()
  })

  it('"auto" says what it found', async () => {
    renderPage('/sources', demo, { sources: [registry, { ...monitoring, preset: 'auto' }] })
    expect(await screen.findByText(/"auto" found the metrics of the Modeldeck convention/)).toBeInTheDocument()
  })
})
