import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }

const table = () => screen.findByRole('table', { name: 'Versions' }, wait)

async function rowOf(version: string) {
  const link = await within(await table()).findByRole('link', { name: version }, wait)
  const row = link.closest('tr')
  if (!row) throw new Error(`${version} is not in a row`)
  return row
}

async function order() {
  const headers = within(await table()).queryAllByRole('rowheader')
  return headers.map((header) => header.textContent)
}

function runOf(version: number) {
  const runId = demo.world.registry.models.get('claim-fraud')?.versions.get(version)?.runId ?? ''
  const run = demo.world.registry.runs.get(runId)
  if (!run) throw new Error(`the demo has no run of version ${version}`)
  return run
}

describe('the versions of a model', () => {
  it('are a row each, newest first, with stage, measures, live figures, commit, run and age', async () => {
    renderPage('/models/mlflow/claim-fraud', demo)
    const champion = await rowOf('v12')
    await waitFor(() => expect(champion).toHaveTextContent(/0\.901.*0\.965.*0\.905.*0\.898/), wait)
    await waitFor(() => expect(champion).toHaveTextContent(/\d+ \/s.*%.*ms/), wait)
    expect(within(champion).getByText('champion')).toBeInTheDocument()
    const commit = runOf(12).tags.get('mlflow.source.git.commit') ?? ''
    expect(within(champion).getByText(commit.slice(0, 7))).toHaveAttribute('title', commit)
    expect(within(champion).getByRole('link', { name: new RegExp(runOf(12).name) })).toHaveAttribute('href', expect.stringMatching(/#\/experiments\/\d+\/runs\/[0-9a-f]{32}$/))
    expect((await order())[0]).toBe('v13')
    expect(await order()).toHaveLength(13)
    expect(screen.getByText('13 versions')).toBeInTheDocument()
  })

  it('say how a measure was taken, and why a figure is missing', async () => {
    renderPage('/models/mlflow/claim-fraud', demo)
    const row = await rowOf('v9')
    await waitFor(() => expect(within(row).getByTitle(/f1.*·/)).toBeInTheDocument(), wait)
    const gap = await within(row).findAllByRole('button', { name: 'No value' }, wait)
    expect(gap[0]).toHaveAccessibleDescription(/no figure for this version in the last 5 minutes/)
  })

  it('show a regression’s own measures', async () => {
    renderPage('/models/mlflow/freight-price', demo)
    await rowOf('v18')
    expect(await screen.findByRole('columnheader', { name: /RMSE/ }, wait)).toBeInTheDocument()
    expect(screen.queryByRole('columnheader', { name: /F1/ })).not.toBeInTheDocument()
  })

  it('say how a deprecated version ends', async () => {
    renderPage('/models/mlflow/address-matching', demo)
    await waitFor(async () => expect(await rowOf('v4')).toHaveTextContent(/deprecated.*sunset in 9 days, use v6/), wait)
  })

  it('ask for the runs and for each live figure of all rows at once', async () => {
    renderPage('/models/mlflow/claim-fraud', demo)
    const row = await rowOf('v1')
    await waitFor(() => expect(row).toHaveTextContent(/0\.\d{3}/), wait)
    const runSearches = demo.requests.filter((request) => request.startsWith('POST /mlflow') && request.includes('runs/search'))
    // One for the head's standings, one for the block of rows.
    expect(runSearches.length).toBeLessThanOrEqual(2)
  })
})

describe('sorting and filters', () => {
  it('live in the address and see what is there', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud', demo)
    const row = await rowOf('v12')
    await waitFor(() => expect(row).toHaveTextContent('0.901'), wait)
    await user.click(screen.getByRole('button', { name: /^Created/ }))
    await user.click(screen.getByRole('button', { name: /^Created/ }))
    expect(router.state.location.search).toBe('?sort=created')
    expect((await order())[0]).toBe('v1')
    await user.type(screen.getByRole('searchbox', { name: 'Find a version' }), runOf(12).name)
    await waitFor(async () => expect(await order()).toEqual(['v12']))
    expect(screen.getByText('1 of 13 shown')).toBeInTheDocument()
    await user.selectOptions(screen.getByRole('combobox', { name: 'Stage' }), 'challenger')
    expect(await screen.findByText('No version matches')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show all' }))
    await waitFor(async () => expect(await order()).toHaveLength(13))
  })
})

describe('chosen versions', () => {
  it('lead to the page that compares them, the champion first wherever it stands', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud?range=7d', demo)
    await rowOf('v13')
    await user.click(screen.getByRole('checkbox', { name: 'Select version 13' }))
    expect(screen.getByRole('group', { name: 'Chosen versions' })).toHaveTextContent('Choose another one to compare.')
    expect(screen.queryByRole('link', { name: 'Compare' })).not.toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: 'Select version 12' }))
    await user.click(screen.getByRole('checkbox', { name: 'Select version 11' }))
    await user.click(screen.getByRole('link', { name: 'Compare' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Compare versions' }, wait)).toBeInTheDocument()
    expect(router.state.location.pathname).toBe('/models/mlflow/claim-fraud/compare')
    expect(new URLSearchParams(router.state.location.search).get('versions')).toBe('12,11,13')
    expect(new URLSearchParams(router.state.location.search).get('range')).toBe('7d')
  })

  it('can be let go', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud', demo)
    await rowOf('v13')
    await user.click(screen.getByRole('checkbox', { name: 'Select version 13' }))
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(screen.queryByRole('group', { name: 'Chosen versions' })).not.toBeInTheDocument()
  })
})

describe('what is hostile or incomplete', () => {
  it('shows versions without a run, measures that are no number, names in any script, and says what is wrong', async () => {
    const name = '💥 "quoted" <script>alert(1)</script> 50% עברית'
    demo.world.write({ kind: 'create-model', model: name, description: null, tags: [] })
    demo.world.write({ kind: 'create-version', model: name, source: 's3://elsewhere/model', runId: '', description: '<img src=x onerror=alert(1)>'.repeat(150), tags: [['modeldeck.lifecycle', 'no-such-state']] })
    renderPage(`/models/mlflow/${encodeURIComponent(name)}`, demo)
    expect(await screen.findByRole('heading', { level: 1, name }, wait)).toBeInTheDocument()
    const row = await rowOf('v1')
    expect(within(row).getByRole('button', { name: '1 problem' })).toHaveAccessibleDescription(/no-such-state/)
    expect(within(row).getAllByRole('button', { name: 'No value' })[0]).toHaveAccessibleDescription('No run is known that made this version.')
    expect(document.querySelector('main script, main img')).toBeNull()
  })

  it('marks what a run logged that is not a number', async () => {
    const run = runOf(12)
    run.metrics = run.metrics.map((metric) => (metric.key.includes('f1') ? { ...metric, value: Number.NaN } : metric))
    renderPage('/models/mlflow/claim-fraud', demo)
    const row = await rowOf('v12')
    await within(row).findByRole('button', { name: '1 problem' }, wait)
    const [gap] = within(row).getAllByRole('button', { name: 'No value' })
    expect(gap).toHaveAccessibleDescription(/f1.* was logged, but is not a number/)
  })

  it('works without monitoring, and says that nothing is known of the traffic', async () => {
    renderPage('/models/mlflow/claim-fraud', demo, { sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }] })
    await rowOf('v12')
    expect(screen.queryByRole('columnheader', { name: /Requests/ })).not.toBeInTheDocument()
    expect(screen.getByText(/No monitoring is configured/)).toBeInTheDocument()
  })

  it('says once that the live figures are missing', async () => {
    demo.setFault('prometheus', 'malformed')
    renderPage('/models/mlflow/claim-fraud', demo)
    await rowOf('v12')
    expect(await screen.findByText(/Live figures are missing/, {}, wait)).toHaveTextContent(/Failed/)
  })

  it('says how many are loaded where there are more, and loads on', async () => {
    const user = userEvent.setup()
    const name = 'many-versions'
    demo.world.write({ kind: 'create-model', model: name, description: null, tags: [] })
    for (let count = 0; count < 105; count += 1) demo.world.write({ kind: 'create-version', model: name, source: 's3://x', runId: '', description: null, tags: [] })
    renderPage(`/models/mlflow/${name}`, demo)
    expect(await screen.findByText(/The newest 100 are loaded; there are more/, {}, wait)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Load more' }))
    expect(await screen.findByText('105 versions', {}, wait)).toBeInTheDocument()
  })
})
