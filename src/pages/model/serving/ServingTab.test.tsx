import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const slow = { timeout: 30_000 }
const figure = (name: string) => screen.findByRole('figure', { name }, slow)
const charts = ['Request rate', 'Error rate', 'Latency', 'In flight']

const rate = (metric: string) => `sum by ($by) (rate(model_request${metric}{$selector}[$window]))`

function linkOf(panel: RegExp) {
  return within(screen.getByRole('region', { name: panel })).getByRole('link', { name: /^Open in Grafana/ })
}

describe('/models/:source/:name/serving', () => {
  it('draws the four measures by version, with limit, release and trouble in words', async () => {
    renderPage('/models/mlflow/freight-price/serving', demo)
    for (const name of charts) await waitFor(async () => expect(await figure(name)).toHaveTextContent(/v18: Last/), slow)
    const errors = await figure('Error rate')
    expect(errors).toHaveTextContent(/v18: Last [34](\.\d+)? %/)
    expect(errors).toHaveTextContent('failing: 3.0 %')
    await waitFor(() => expect(errors).toHaveTextContent(/promoted v17 → v18/))
    expect(errors).toHaveTextContent('Error rate of v18 at 3 % or more')
  })

  it('says how the champion does against the version before the release', async () => {
    renderPage('/models/mlflow/freight-price/serving', demo)
    const now = await screen.findByRole('group', { name: 'Now' }, slow)
    await waitFor(() => expect(now).toHaveTextContent(/up 3\.\d pp, worse against v17, before the release 3 h ago/), slow)
    expect(now).toHaveTextContent(/v18 takes 100 %/)
  })

  it('draws what the chips choose, which the address keeps', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/freight-price/serving', demo)
    await figure('Error rate')
    const chips = screen.getByRole('group', { name: 'Versions drawn' })
    await user.click(within(chips).getByRole('button', { name: 'v17' }))
    expect(router.state.location.search).toContain('v=18')
    await waitFor(async () => expect(within(await figure('Error rate')).queryByRole('button', { name: /^v17/ })).not.toBeInTheDocument(), slow)
    // What can be added up is still there.
    await waitFor(async () => expect(await figure('Request rate')).toHaveTextContent(/other: /), slow)
    await user.click(screen.getByRole('button', { name: 'Default versions' }))
    expect(router.state.location.search).not.toContain('v=')
  })

  it('shows one quantile by version, or all three of the champion', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/freight-price/serving', demo)
    await figure('Latency')
    await user.click(screen.getByRole('radio', { name: 'all' }))
    expect(router.state.location.search).toContain('latency=all')
    await waitFor(async () => expect(await figure('Latency')).toHaveTextContent(/v18 p50: Last .*v18 p95: Last .*v18 p99: Last/), slow)
  })

  it('draws errors by class, and how long successes and errors take, of the version that is chosen', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud/serving', demo)
    const classes = await figure('Errors by class')
    for (const code of ['422', '500', '503']) expect(classes).toHaveTextContent(new RegExp(`${code}: Last`))
    await waitFor(async () => expect(await figure('Duration by outcome')).toHaveTextContent(/successes: Last \d+ ms.*errors: Last \d+ ms/), slow)
    const panel = screen.getByRole('region', { name: /^Errors by class.*v12/ })
    await user.click(within(panel).getByRole('radio', { name: 'v13' }))
    expect(router.state.location.search).toContain('of=13')
    expect(await screen.findByRole('region', { name: /^Duration by outcome.*v13/ }, slow)).toBeInTheDocument()
  })

  it('compares with the period before, dashed beside today and in words', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud/serving?range=6h&refresh=off', demo)
    await figure('Error rate')
    await user.click(screen.getByRole('button', { name: 'Compare with the 6 h before' }))
    expect(router.state.location.search).toContain('compare=previous')
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/v12, 6 h before: Last/), slow)
    await waitFor(async () => expect(await figure('Request rate')).toHaveTextContent(/all versions, 6 h before: Last/), slow)
    await waitFor(async () => expect(await figure('Latency')).toHaveTextContent(/v13, 6 h before: Last/), slow)
    const panel = screen.getByRole('region', { name: /^Error rate/ })
    await user.click(within(panel).getByRole('button', { name: 'Show as table' }))
    expect(within(panel).getByRole('columnheader', { name: 'v12, 6 h before' })).toBeInTheDocument()
  })

  it('leads to the dashboard of the deployment, at this model, version and range', async () => {
    const url = 'https://grafana.example/d/abc?var-model={model}&var-version={version}&from={from}&to={to}'
    renderPage('/models/mlflow/claim-fraud/serving?range=6h&refresh=off', demo, { grafana: { url, charts: { latency_p95: 'https://grafana.example/d/latency' } } })
    await figure('Error rate')
    expect(linkOf(/^Error rate/)).toHaveAttribute('href', 'https://grafana.example/d/abc?var-model=claim-fraud&var-version=12&from=now-6h&to=now')
    expect(linkOf(/^Latency/)).toHaveAttribute('href', 'https://grafana.example/d/latency')
  })

  it('says times in UTC where that is chosen, also in tables', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/serving?refresh=off', demo)
    await figure('Error rate')
    await user.click(screen.getByRole('radio', { name: 'UTC' }))
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/From 23 Nov 2026, \d\d:\d\d:00 UTC to 24 Nov 2026/), slow)
  })

  it('draws the mean under its own name where the runtime times no quantile', async () => {
    const user = userEvent.setup()
    const queries = { request_rate: rate('s_total'), latency_mean: `${rate('_duration_seconds_sum')} / ${rate('_duration_seconds_count')}` }
    const prometheus = { id: 'prometheus', type: 'prometheus', url: 'http://demo.test/prometheus', preset: 'mlserver', queries }
    renderPage('/models/mlflow/freight-price/serving', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }, prometheus] })
    await waitFor(async () => expect(await figure('Latency')).toHaveTextContent(/v18: Last/), slow)
    expect(screen.getByRole('radio', { name: 'mean' })).toBeChecked()
    await user.click(screen.getByRole('radio', { name: 'p95' }))
    expect((await screen.findAllByText(/give the mean and no percentile/, {}, slow)).length).toBeGreaterThan(0)
  })

  it('zooms every chart to what was chosen on one, and leads back', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/freight-price/serving?range=6h', demo)
    await figure('Error rate')
    const slider = screen.getByRole('slider', { name: 'Error rate: point in time' })
    fireEvent.keyDown(slider, { key: 'End' })
    for (let i = 0; i < 20; i += 1) fireEvent.keyDown(slider, { key: 'ArrowLeft', shiftKey: true })
    fireEvent.keyDown(slider, { key: 'Enter' })
    await waitFor(() => expect(router.state.location.search).toMatch(/from=2026-11-24.*to=2026-11-24/), slow)
    await user.click(await screen.findByRole('button', { name: 'Back to 6 h' }, slow))
    expect(router.state.location.search).toContain('range=6h')
    expect(screen.queryByRole('button', { name: /^Back to/ })).not.toBeInTheDocument()
  })

  it('shows its numbers as a table and the query behind them', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/freight-price/serving', demo)
    await figure('Error rate')
    const panel = screen.getByRole('region', { name: /^Error rate/ })
    await user.click(within(panel).getByRole('button', { name: 'Show the query' }))
    expect(panel).toHaveTextContent(/model_requests_total\{code=~"5\.\."/)
    await user.click(within(panel).getByRole('button', { name: 'Show as table' }))
    expect(within(within(panel).getByRole('table', { name: 'Error rate' })).getByRole('columnheader', { name: 'v18' })).toBeInTheDocument()
  })

  it('says nothing of requests that nobody expects of a batch model', async () => {
    renderPage('/models/mlflow/demand-forecast/serving', demo)
    expect(await screen.findByRole('region', { name: 'Batch' }, slow)).toBeInTheDocument()
    expect(screen.queryByText(/No requests in this range/)).not.toBeInTheDocument()
  })

  it('keeps the last values as stale when the monitoring dies, and recovers by itself', async () => {
    renderPage('/models/mlflow/freight-price/serving?refresh=10s', demo)
    await figure('Error rate')
    demo.setFault('prometheus', 'malformed')
    await userEvent.click(screen.getByRole('button', { name: 'Refresh now' }))
    expect((await screen.findAllByText(/Stale since/, {}, slow)).length).toBeGreaterThan(0)
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/v18: Last/), slow)
    demo.setFault('prometheus', null)
    await waitFor(() => expect(screen.queryByText(/Stale since/)).not.toBeInTheDocument())
  })

  it('fails in words where there never was an answer, with a retry that helps', async () => {
    demo.setFault('prometheus', 'malformed')
    renderPage('/models/mlflow/freight-price/serving?refresh=off', demo)
    const panel = await screen.findByRole('region', { name: /^Error rate/ }, slow)
    await within(panel).findByText(/^Failed/, {}, slow)
    demo.setFault('prometheus', null)
    await userEvent.click(within(panel).getByRole('button', { name: 'Retry' }))
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/v18: Last/), slow)
  })

  it('draws what monitoring knows while the registry is dead', async () => {
    demo.setFault('mlflow', 'malformed')
    renderPage('/models/mlflow/freight-price/serving', demo)
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/v18: Last/), slow)
    expect(await screen.findByText(/Releases are not marked/, {}, slow)).toBeInTheDocument()
  })

  it('says that no monitoring is configured', async () => {
    renderPage('/models/mlflow/freight-price/serving', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }] })
    expect((await screen.findAllByText('Not configured', {}, slow)).length).toBe(charts.length + 2)
  })

  it('says that versions are not told apart without a version label, and what to do', async () => {
    renderPage('/models/mlflow/freight-price/serving', demo, {
      sources: [
        { id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' },
        { id: 'prometheus', type: 'prometheus', url: 'http://demo.test/prometheus', labels: { version: '' } },
      ],
    })
    expect(await screen.findByText(/Versions are not told apart: the metrics carry no version label/, {}, slow)).toBeInTheDocument()
    await waitFor(async () => expect(await figure('Error rate')).toHaveTextContent(/freight-price: Last/), slow)
  })
})
