import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }

afterEach(() => vi.restoreAllMocks())

const panel = (name: RegExp) => screen.findByRole('region', { name }, wait)

describe('the page of a version', () => {
  it('says what it is, where it lies, and opens it in the registry', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/13?range=7d', demo)
    expect(await screen.findByRole('heading', { level: 1, name: 'Version 13' }, wait)).toBeInTheDocument()
    expect((await screen.findAllByText('challenger', {}, wait))[0]).toHaveAttribute('title', 'by the alias challenger')
    const trail = screen.getByRole('navigation', { name: 'Breadcrumb' })
    expect(within(trail).getByRole('link', { name: 'claim-fraud' })).toHaveAttribute('href', '/models/mlflow/claim-fraud?range=7d')
    expect(screen.getByRole('link', { name: /^Open in/ })).toHaveAttribute('href', expect.stringContaining('#/models/claim-fraud/versions/13'))
    expect(document.title).toBe('claim-fraud v13 · Modeldeck')
  })

  it('holds its measures against the champion', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const table = await screen.findByRole('table', { name: 'Metrics' }, wait)
    await within(table).findByRole('columnheader', { name: 'champion v12' }, wait)
    expect(within(table).getByRole('row', { name: /^F1/ })).toHaveTextContent(/0\.901.*0\.921.*up 0\.020, better against champion v12/)
    expect(within(table).getByRole('row', { name: /^Log loss/ })).toHaveTextContent(/down 0\.\d+, better/)
  })

  it('holds the champion against the one that it replaced', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/12', demo)
    expect(await screen.findByRole('columnheader', { name: 'previous champion v11' }, wait)).toBeInTheDocument()
    const decisions = await panel(/^Decisions/)
    expect(decisions).toHaveTextContent(/promoted v11 → v12/)
  })

  it('says where it comes from and how to load it', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/12', demo)
    const facts = await panel(/^Facts/)
    await waitFor(() => expect(facts).toHaveTextContent(/Status\s*Ready/), wait)
    await waitFor(() => expect(within(facts).getByText('Commit').nextElementSibling).toHaveTextContent(/^[0-9a-f]{40}/), wait)
    expect(facts).toHaveTextContent(/Sourcemodels:\/m-/)
    expect(await screen.findByText('models:/claim-fraud@champion', {}, wait)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Copy Address' })).toBeInTheDocument()
  })

  it('shows the card, the signature and the parameters', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const card = await panel(/^Model card/)
    expect(await within(card).findByRole('heading', { name: /claim-fraud/ }, wait)).toBeInTheDocument()
    await user.click(within(card).getByRole('button', { name: 'Show all' }))
    expect(within(card).getByRole('button', { name: 'Show less' })).toBeInTheDocument()
    const signature = await panel(/^Signature/)
    expect(await within(signature).findByRole('row', { name: /claim_amount double yes/ }, wait)).toBeInTheDocument()
    await waitFor(async () => expect(await screen.findByRole('table', { name: 'Parameters' }, wait)).toHaveTextContent('max_depth'), wait)
  })

  it('opens folders only when asked, shows small texts and links the others', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const files = await screen.findByRole('list', { name: 'Artifacts' }, wait)
    const asked = () => demo.requests.filter((request) => request.startsWith('GET') && request.includes('artifacts/list')).length
    const before = asked()
    await user.click(within(files).getByRole('button', { name: 'Files of the run' }))
    expect(await within(files).findByRole('list', { name: 'Files of the run' }, wait)).toBeInTheDocument()
    expect(asked()).toBe(before + 1)
    await user.click(within(files).getByRole('button', { name: 'Show MLmodel' }))
    await waitFor(async () => expect(await within(files).findByLabelText('Text of MLmodel', {}, wait)).toHaveTextContent(/flavors:/), wait)
    expect(within(files).getByRole('link', { name: /Download model\./ })).toHaveAttribute('href', expect.stringContaining('get-artifact'))
    expect(within(files).queryByRole('button', { name: /Show model\.ubj/ })).not.toBeInTheDocument()
  })

  it('fetches a small file and saves it, or says why it may not', async () => {
    const user = userEvent.setup()
    const saved: { name: string; text: Promise<string> }[] = []
    let text = Promise.resolve('')
    URL.createObjectURL = (given) => {
      if ('text' in given) text = given.text()
      return 'blob:kept'
    }
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      saved.push({ name: this.download, text })
    })
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    await user.click(await screen.findByRole('link', { name: 'Download MLmodel' }, wait))
    await waitFor(() => expect(saved.map(({ name }) => name)).toEqual(['MLmodel']), wait)
    expect(await saved[0]?.text).toMatch(/^artifact_path:/)
    demo.setFault('mlflow', 'unauthenticated')
    await user.click(screen.getByRole('link', { name: 'Download requirements.txt' }))
    const files = screen.getByRole('list', { name: 'Artifacts' })
    expect(await within(files).findByRole('button', { name: 'Failed' }, wait)).toHaveAccessibleDescription(/Sign in to MLflow/)
    expect(saved).toHaveLength(1)
  })

  it('says of a deprecated version why, until when, what to use, and who still calls it', async () => {
    renderPage('/models/mlflow/address-matching/versions/4', demo)
    expect(await screen.findByText(/It must not be used after 3 Dec 2026, in 9 days/, {}, wait)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'version 6' })).toHaveAttribute('href', '/models/mlflow/address-matching/versions/6')
    expect(await screen.findByText(/^It still gets [\d.]+\/s\.$/, {}, wait)).toBeInTheDocument()
  })
})

describe('what is hostile or incomplete', () => {
  it('renders any text safely, and a version without a run in words', async () => {
    const user = userEvent.setup()
    const name = '💥 "quoted" <script>alert(1)</script> 50% עברית'
    const description = `# Title\n<img src=x onerror=alert(1)> [press](javascript:alert(1))\n\n${'long text '.repeat(480)}`
    demo.world.write({ kind: 'create-model', model: name, description: null, tags: [] })
    demo.world.write({ kind: 'create-version', model: name, source: 's3://elsewhere/model', runId: '', description, tags: [['<b>tag</b>', 'x'.repeat(3_000)]] })
    renderPage(`/models/mlflow/${encodeURIComponent(name)}/versions/1`, demo)
    const text = await panel(/^Description/)
    expect(await within(text).findByRole('heading', { name: 'Title' }, wait)).toBeInTheDocument()
    expect(within(text).queryByRole('link', { name: 'press' })).not.toBeInTheDocument()
    expect(document.querySelector('main script, main img')).toBeNull()
    await user.click(within(text).getByRole('button', { name: 'Show all' }))
    expect(await screen.findByText(/No run is known that made this version, so nothing that was measured can be shown/, {}, wait)).toBeInTheDocument()
    const tags = await screen.findByRole('table', { name: 'Tags' }, wait)
    expect(within(tags).getByRole('rowheader', { name: '<b>tag</b>' })).toBeInTheDocument()
    expect(await screen.findByText(/cannot list files outside of its own store. They are at s3:\/\/elsewhere\/model/, {}, wait)).toBeInTheDocument()
  })

  it('names the version that is not there', async () => {
    renderPage('/models/mlflow/claim-fraud/versions/99', demo)
    expect(await screen.findByText('mlflow has no version 99 of “claim-fraud”', {}, wait)).toBeInTheDocument()
  })

  it('fails in words when the registry is down, and comes back by Retry', async () => {
    const user = userEvent.setup()
    demo.setFault('mlflow', 'malformed')
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    const alert = await screen.findByRole('alert', {}, wait)
    expect(alert).toHaveTextContent(/Failed · mlflow/)
    demo.setFault('mlflow', null)
    await user.click(within(alert).getByRole('button', { name: 'Retry' }))
    expect(await screen.findByRole('table', { name: 'Metrics' }, wait)).toBeInTheDocument()
  })
})
