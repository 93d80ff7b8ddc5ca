import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const slow = { timeout: 30_000 }
const figure = (name: string) => screen.findByRole('figure', { name }, slow)
const four = ['Accuracy', 'Precision', 'Recall', 'F1']

describe('/models/:source/:name/quality', () => {
  it('draws the four measures by version as they were logged, with who went into production', async () => {
    renderPage('/models/mlflow/claim-fraud/quality', demo)
    for (const name of four) await figure(name)
    const f1 = await figure('F1')
    await waitFor(() => expect(f1).toHaveTextContent(/v12: 0\.\d{3}, test_f1 · test data, champion, promoted .* by /), slow)
    expect(f1).toHaveTextContent(/v13: 0\.921, test_f1 · test data, challenger/)
    expect(f1).toHaveTextContent(/at risk 0\.880/)
    expect(screen.getAllByText(/Logged as test_f1 · test data/).length).toBeGreaterThan(0)
  })

  it('shows a measure as a table, newest version first', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/quality', demo)
    await figure('F1')
    await user.click(within(screen.getByRole('region', { name: 'F1' })).getByRole('button', { name: 'Show as table' }))
    const table = screen.getByRole('table', { name: 'F1' })
    expect(within(table).getAllByRole('rowheader')[0]).toHaveTextContent('v13 challenger')
    expect(within(table).getAllByRole('row')).toHaveLength(14)
  })

  it('opens the version that was picked', async () => {
    const { router } = renderPage('/models/mlflow/claim-fraud/quality', demo)
    await figure('F1')
    const slider = screen.getByRole('slider', { name: 'F1: version' })
    fireEvent.keyDown(slider, { key: 'End' })
    fireEvent.keyDown(slider, { key: 'Enter' })
    await waitFor(() => expect(router.state.location.pathname).toBe('/models/mlflow/claim-fraud/versions/13'), slow)
  })

  it('turns to live scores over time: window, support, interval and limits are said', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud/quality?range=30d', demo)
    await user.click(await screen.findByRole('radio', { name: 'Over time' }, slow))
    expect(router.state.location.search).toContain('by=time')
    for (const name of four) await waitFor(async () => expect(await figure(name)).toHaveTextContent(/v12: Last 0\.\d{3}/), slow)
    const recall = screen.getByRole('region', { name: /^Recall/ })
    expect(recall).toHaveTextContent('Each point covers the 7 d before it.')
    await waitFor(() => expect(recall).toHaveTextContent(/v12: n = \d{3} of 1.?\d{3} labelled · v13: n = /), slow)
    expect(recall).toHaveTextContent('at risk: 0.850')
    expect(screen.getByText(/95 % interval \(Wilson\)/)).toBeInTheDocument()
    expect(screen.getByText(/Labels come late/)).toBeInTheDocument()
  })

  it('marks a promotion over time', async () => {
    renderPage('/models/mlflow/candidate-screening/quality?by=time&range=30d', demo)
    await waitFor(async () => expect(await figure('F1')).toHaveTextContent(/promoted v6 → v7/), slow)
  })

  it('gives a regression its own measures and never an empty F1', async () => {
    renderPage('/models/mlflow/freight-price/quality', demo)
    for (const name of ['RMSE', 'MAE', 'R²']) await waitFor(async () => expect(await figure(name)).toHaveTextContent(/v18: \d/), slow)
    expect(screen.queryByRole('figure', { name: 'F1' })).not.toBeInTheDocument()
  })

  it('says that errors of a regression are not measured over time', async () => {
    renderPage('/models/mlflow/freight-price/quality?by=time', demo)
    expect(await screen.findByText('Not supported by prometheus', {}, slow)).toBeInTheDocument()
  })

  it('draws the training curve of the champion, and of the version and metric that were chosen', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud/quality', demo)
    await waitFor(async () => expect(await figure('validation-logloss')).toHaveTextContent(/From step 0: .* to step 149: /), slow)
    await user.selectOptions(screen.getByRole('combobox', { name: 'Version of the curve' }), 'v13')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Metric of the curve' }), 'train-logloss')
    expect(router.state.location.search).toMatch(/curve=13.*metric=train-logloss/)
    await figure('train-logloss')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Metric of the curve' }), 'test_f1')
    await waitFor(() => expect(screen.getByRole('region', { name: 'Training curve' })).toHaveTextContent(/v13 logged test_f1 once: 0\.921/), slow)
  })

  it('lists the inputs of the champion by drift, the worst first and judged', async () => {
    renderPage('/models/mlflow/claim-fraud/quality?range=30d', demo)
    const table = await screen.findByRole('table', { name: 'Input drift' }, slow)
    const [, first] = within(table).getAllByRole('row')
    expect(first).toHaveTextContent(/claim_amount.*0\.3\d.*At risk/)
    expect(screen.getByText(/at risk above 0\.20; set by the built-in default/)).toBeInTheDocument()
  })

  it('keeps what was logged when the monitoring is dead', async () => {
    demo.setFault('prometheus', 'malformed')
    renderPage('/models/mlflow/claim-fraud/quality', demo)
    await figure('F1')
    expect(await within(screen.getByRole('region', { name: /^Input drift/ })).findByText(/^Failed/, {}, slow)).toBeInTheDocument()
  })

  it('survives a NaN, a version without a run and a hostile name', async () => {
    const name = [...demo.world.registry.models.keys()].find((key) => key.includes('<img')) ?? ''
    renderPage(`/models/mlflow/${encodeURIComponent(name)}/quality`, demo)
    const f1 = await figure('F1')
    expect(f1).toHaveTextContent(/v3: no value/)
  })
})
