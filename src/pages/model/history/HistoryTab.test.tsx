import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { ulid } from 'ulid'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderPage, testNow, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
// A machine that is busy draws late, and is right all the same.
configure({ asyncUtilTimeout: 8_000 })
const address = '/models/mlflow/claim-fraud/history'

/** Writes a record as any tool may, with all its fields. */
function record(version: number, at: number, more: Record<string, unknown> = {}) {
  const id = ulid(at)
  const change = { id, action: 'promote', status: 'done', actor: 'Ada', actorKind: 'authenticated', at: new Date(at).toISOString(), reason: 'because', from: '12', to: String(version), checks: [], overrides: [], ...more }
  demo.world.write({ kind: 'set-version-tag', model: 'claim-fraud', version, key: `modeldeck.change.${id}`, value: JSON.stringify(change) })
  demo.world.write({ kind: 'set-version-tag', model: 'claim-fraud', version, key: 'modeldeck.changed', value: new Date(at).toISOString() })
  return id
}

async function panel() {
  return screen.findByRole('region', { name: 'History' })
}

/** The first decision of the time line in which the text stands. */
async function decision(text: string | RegExp) {
  const [found] = await within(await panel()).findAllByText(text)
  const item = found?.closest('li')
  if (!item) throw new Error('not in the time line')
  return item
}

describe('the history of a model', () => {
  it('says who decided what, why, and what was checked then', async () => {
    const user = userEvent.setup()
    renderPage(address, demo)
    const item = await decision(/promoted/)
    expect(item).toHaveTextContent(/promoted v11 → v12/)
    expect(within(item).getByRole('link', { name: 'v12' })).toHaveAttribute('href', '/models/mlflow/claim-fraud/versions/12')
    await user.click(within(item).getByRole('button', { name: '3 checks passed', expanded: false }))
    const checks = within(within(item).getByRole('list', { name: 'Checks' })).getAllByRole('listitem')
    expect(checks.map((check) => check.textContent)).toEqual([
      expect.stringMatching(/^version is ready.*passed.*READY.*asked: READY$/),
      expect.stringMatching(/^no regression of F1.*passed0\.\d{3} asked: 0\.\d{3}$/),
      expect.stringMatching(/^tests.*passed.*6 of 6.*asked: all$/),
    ])
    expect(item).toHaveTextContent(/tag modeldeck\.change\.[0-9A-Z]{26} on version 12/)
    expect(screen.getByText(/Tags can be changed and deleted by anyone whom MLflow lets write/)).toBeInTheDocument()
  })

  it('tells what became of a decision, who ended it, and what was overridden', async () => {
    record(13, testNow - 3_600_000, { status: 'reverted', reason: 'R1', actorKind: 'self-declared', endedBy: { name: 'Bo', kind: 'self-declared', at: new Date(testNow - 1_800_000).toISOString() } })
    record(13, testNow - 7_200_000, { status: 'overtaken', reason: 'R2' })
    record(13, testNow - 9_000_000, { action: 'deprecate', reason: 'R3', from: 'active', to: 'deprecated', overrides: ['Tests: known to be flaky'], checks: [['Tests', 'fail', '5 of 6', 'all']] })
    const id = ulid(testNow - 600_000)
    demo.world.write({
      kind: 'set-model-tag', model: 'claim-fraud', key: `modeldeck.intent.${id}`,
      value: JSON.stringify({ id, action: 'promote', status: 'intended', actor: 'Cy', actorKind: 'authenticated', at: new Date(testNow - 600_000).toISOString(), reason: 'R4', from: '12', to: '13', version: '13' }),
    })
    renderPage(address, demo)
    await waitFor(async () => expect(await decision('R1')).toHaveTextContent(/Ada \(self-declared\) promoted v12 → v13, which was taken backReverted.*R1Reverted by Bo \(self-declared\) 30 min ago/))
    await waitFor(async () => expect(await decision('R2')).toHaveTextContent(/Ada was overtaken in the promotion v12 → v13Overtaken/))
    await waitFor(async () => expect(await decision('R3')).toHaveTextContent(/Ada deprecated v13 \(active → deprecated\)1 check failed.*Overrode Tests: known to be flaky/))
    await waitFor(async () => expect(await decision('R4')).toHaveTextContent(/Cy has not finished the promotion v12 → v13Unfinished/))
  })

  it('draws hostile records as text, links to nothing that is no address, and names what it cannot read', async () => {
    record(13, testNow - 1_000_000, { actor: '<img src=x onerror=alert(1)>', reason: 'javascript:alert(1) <script>', from: '\ud800', to: '"><b>' })
    const broken = ulid(testNow)
    demo.world.write({ kind: 'set-version-tag', model: 'claim-fraud', version: 13, key: `modeldeck.change.${broken}`, value: '{"id":' })
    const { container } = renderPage(address, demo)
    const item = await decision('javascript:alert(1) <script>')
    expect(item).toHaveTextContent(/<img src=x onerror=alert\(1\)> promoted .* → "><b>/)
    expect(within(item).getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
      '/models/mlflow/claim-fraud/versions/%EF%BF%BD',
      '/models/mlflow/claim-fraud/versions/%22%3E%3Cb%3E',
    ])
    expect(container.querySelector('li img, li script, li b')).toBeNull()
    const lost = await screen.findByRole('list', { name: 'Records that cannot be read' })
    expect(lost).toHaveTextContent(`claim-fraud v13: This decision record cannot be read: it is not JSON. modeldeck.change.${broken}`)
  })

  it('is narrowed by words, person and kind, and the address holds it', async () => {
    const user = userEvent.setup()
    record(13, testNow - 1_000_000, { actor: 'Zoë', reason: 'one of a kind' })
    const { router } = renderPage(address, demo)
    await decision('one of a kind')
    await user.type(screen.getByRole('searchbox', { name: 'Search decisions' }), 'KIND')
    await user.selectOptions(screen.getByRole('combobox', { name: 'Person' }), 'Zoë')
    await user.click(screen.getByRole('button', { name: /^Promotions \d+$/ }))
    expect(router.state.location.search).toBe('?q=KIND&actor=Zo%C3%AB&kind=promote')
    expect(screen.getByText(/^1 of \d+ decisions$/)).toBeInTheDocument()
    expect(screen.queryByText(/registered/)).not.toBeInTheDocument()
    await user.type(screen.getByRole('searchbox', { name: 'Search decisions' }), ' nowhere')
    await user.click(await screen.findByRole('button', { name: 'Show all' }))
    expect(router.state.location.search).toBe('')
  })

  it('answers what was in production, and where the record is incomplete', async () => {
    const { router } = renderPage(`${address}?at=2026-11-24T11:00Z`, demo)
    const answer = (await within(await panel()).findByText(/was in production since/)).closest('[role="status"]')
    expect(answer).toHaveTextContent(/^v12 was in production since .* 2026.*, and still is\.$/)
    demo.world.write({ kind: 'set-alias', model: 'claim-fraud', alias: 'champion', version: 13 })
    await userEvent.setup().click(screen.getByRole('button', { name: 'Refresh now' }))
    await screen.findByText(/production changed from v12 to v13 without a record/)
    fireEvent.change(screen.getByLabelText('What was in production on'), { target: { value: '2020-01-01T00:00' } })
    await screen.findByText('The records do not say.')
    expect(screen.getByText(/Before the first record of 20\d\d-/)).toBeInTheDocument()
    fireEvent.change(screen.getByLabelText('What was in production on'), { target: { value: '2036-01-01T00:00' } })
    await screen.findByText(/still to come/)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Clear the date' }))
    expect(router.state.location.search).toBe('')
  })

  it('shows registrations quieter, and none on request', async () => {
    const user = userEvent.setup()
    renderPage(address, demo)
    await screen.findByText((_, element) => element?.tagName === 'SPAN' && element.textContent === 'v13 registered')
    await user.click(screen.getByRole('button', { name: 'Registrations', pressed: true }))
    expect(screen.queryByText(/registered$/)).not.toBeInTheDocument()
  })

  it('keeps a thousand records usable: a page at first, the rest on request', async () => {
    for (let i = 0; i < 1_000; i++) record(13, testNow - 1_000_000 - i * 3_600_000, { reason: `reason number ${i}` })
    const user = userEvent.setup()
    renderPage(address, demo)
    await decision('reason number 0')
    expect(screen.queryByText('reason number 200')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /^Show 60 more of / }))
    expect(screen.getByText('reason number 100')).toBeInTheDocument()
    fireEvent.change(screen.getByRole('searchbox', { name: 'Search decisions' }), { target: { value: 'number 999' } })
    await decision('reason number 999')
  })

  it('says what failed and recovers by a retry', async () => {
    demo.setFault('mlflow', 'malformed')
    renderPage(address, demo)
    const shown = await panel()
    const retry = await within(shown).findByRole('button', { name: 'Retry' })
    expect(shown).toHaveTextContent(/Failed · mlflow/)
    demo.setFault('mlflow', null)
    await userEvent.setup().click(retry)
    await decision(/promoted/)
  })
})

describe('export', () => {
  const files: { name: string; blob: Blob }[] = []
  const onClick = (event: MouseEvent) => {
    if (!(event.target instanceof HTMLAnchorElement) || event.target.download === '') return
    event.preventDefault()
    const file = files.at(-1)
    if (file) file.name = event.target.download
  }
  beforeEach(() => {
    files.length = 0
    // jsdom has neither.
    URL.createObjectURL = (blob) => {
      if (blob instanceof Blob) files.push({ name: '', blob })
      return 'blob:test'
    }
    URL.revokeObjectURL = () => undefined
    document.addEventListener('click', onClick)
  })
  afterEach(() => document.removeEventListener('click', onClick))

  it('writes what is shown, as CSV and as JSON', async () => {
    const user = userEvent.setup()
    const id = record(13, testNow - 1_000_000, { reason: '=1+1, "quoted"\nsecond line', checks: [['F1', 'pass', '0.9', '≥ 0.85']] })
    renderPage(`${address}?q=quoted`, demo)
    await decision(/quoted/)
    await user.click(screen.getByRole('button', { name: 'Export CSV' }))
    await user.click(screen.getByRole('button', { name: 'Export JSON' }))
    await waitFor(() => expect(files.map(({ name }) => name)).toEqual(['claim-fraud-decisions-2026-11-24.csv', 'claim-fraud-decisions-2026-11-24.json']))
    const [csv = '', json = ''] = await Promise.all(files.map(({ blob }) => blob.text()))
    expect(csv.split('\r\n')[1]).toContain(`mlflow,claim-fraud,13,${id},`)
    expect(csv).toContain(`"'=1+1, ""quoted""\nsecond line"`)
    expect(JSON.parse(json)).toMatchObject([{ source: 'mlflow', model: 'claim-fraud', version: '13', id, checks: [['F1', 'pass', '0.9', '≥ 0.85']] }])
    expect(screen.getByText('1 decision written to claim-fraud-decisions-2026-11-24.json')).toBeInTheDocument()
  })
})
