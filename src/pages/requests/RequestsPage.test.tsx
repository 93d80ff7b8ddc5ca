import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }

const openList = () => screen.findByRole('list', { name: 'Open requests' }, wait)
const request = async () => within(await openList()).findByRole('article', { name: 'candidate-screening v8' }, wait)

function tagsOf(model: string, version: number): [string, string][] {
  return [...(demo.world.registry.models.get(model)?.versions.get(version)?.tags ?? [])]
}

/** The request on a version as its own tag says. */
function ownTag(model: string, version: number): { status: string; requester: { name: string }; decidedBy: { name: string } | null } {
  const text = tagsOf(model, version).find(([key]) => key.startsWith('modeldeck.request.'))?.[1]
  return JSON.parse(text ?? 'null')
}

describe('open requests', () => {
  it('say what, who, since when and why, what the checks say now, and what was said', async () => {
    renderPage('/requests', demo)
    const item = await request()
    expect(item).toHaveTextContent(/Waits for approval.*candidate-screening v8.*asked by jonas\.keller 20 h ago/)
    expect(item).toHaveTextContent('Adds the revised skills taxonomy.')
    expect(within(item).getByRole('list', { name: 'Comments' })).toHaveTextContent(/gloria\.adeyemi commented 3 h ago/)
    await waitFor(() => expect(item).toHaveTextContent(/Checks now \d+ of \d+ pass, 1 blocks against v7 in production/), wait)
    expect(item).toHaveTextContent('Blocks jonas.keller asked; nobody has approved yet.')
    expect(within(item).getByRole('link', { name: 'candidate-screening v8' })).toHaveAttribute('href', '/models/mlflow/candidate-screening/versions/8')
    expect(await within(screen.getByRole('navigation', { name: 'Main' })).findByRole('link', { name: /^Requests 1/ }, wait)).toBeInTheDocument()
  })

  it('are approved by another person, and the approval is the evidence of the promotion room', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('approver')
    renderPage('/requests', demo)
    const item = await request()
    await user.click(within(item).getByRole('button', { name: 'Approve' }))
    expect(within(item).getByRole('textbox', { name: 'Comment (optional)' })).toHaveFocus()
    await user.type(within(item).getByRole('textbox'), 'Looked at the slices.')
    await user.click(within(item).getByRole('button', { name: 'Approve' }))
    expect(await screen.findByText('You approved the request to promote candidate-screening v8.', {}, wait)).toBeInTheDocument()
    await waitFor(() => expect(item).toHaveTextContent(/^Approved.*helen\.osei approved it just nowLooked at the slices\./), wait)
    expect(ownTag('candidate-screening', 8)).toMatchObject({ status: 'approved', decidedBy: { name: 'helen.osei', reason: 'Looked at the slices.' } })
    expect(within(item).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()

    await user.click(within(item).getByRole('link', { name: /promotion room/ }))
    const room = await screen.findByRole('dialog', { name: 'Promote candidate-screening version 8' }, wait)
    expect(await within(room).findByText('jonas.keller asked, helen.osei approved.', {}, wait)).toBeInTheDocument()
    expect(within(room).getByRole('region', { name: 'Request' })).toHaveTextContent(/asked by jonas\.keller.*approved by helen\.osei/)
  })

  it('are not approved by whoever asked, who withdraws them instead', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('engineer')
    renderPage('/requests', demo)
    const item = await request()
    await within(item).findByRole('button', { name: 'Withdraw' }, wait)
    expect(within(item).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()
    expect(item).toHaveTextContent('You asked for this: somebody else approves.')
    await user.click(within(item).getByRole('button', { name: 'Withdraw' }))
    await user.click(within(item).getByRole('button', { name: 'Withdraw' }))
    expect(await screen.findByText('You withdrew the request to promote candidate-screening v8.', {}, wait)).toBeInTheDocument()
    expect(await screen.findByText(/Nobody waits for an approval/, {}, wait)).toBeInTheDocument()
    expect(demo.world.registry.models.get('candidate-screening')?.tags.get('modeldeck.pending')).toBe('no')
    await user.click(screen.getByRole('button', { name: 'Show earlier requests' }))
    const earlier = await screen.findByRole('list', { name: 'Earlier requests' }, wait)
    expect(within(earlier).getByRole('article', { name: 'candidate-screening v8' })).toHaveTextContent(/^Withdrawn/)
  })

  it('are rejected with a reason only', async () => {
    const user = userEvent.setup()
    renderPage('/requests', demo)
    const item = await request()
    await user.click(within(item).getByRole('button', { name: 'Reject' }))
    expect(within(item).getByRole('button', { name: 'Reject' })).toBeDisabled()
    await user.keyboard('{Escape}')
    expect(within(item).getByRole('button', { name: 'Approve' })).toBeInTheDocument()
    await user.click(within(item).getByRole('button', { name: 'Reject' }))
    await user.type(within(item).getByRole('textbox', { name: 'Reason' }), 'Not before the audit.')
    await user.click(within(item).getByRole('button', { name: 'Reject' }))
    expect(await screen.findByText('You rejected the request to promote candidate-screening v8.', {}, wait)).toBeInTheDocument()
    expect(ownTag('candidate-screening', 8)).toMatchObject({ status: 'rejected', decidedBy: { name: 'priya.nair' } })
  })

  it('take comments, drawn as the text that they are', async () => {
    const user = userEvent.setup()
    renderPage('/requests', demo)
    const item = await request()
    await user.click(within(item).getByRole('button', { name: 'Comment' }))
    await user.type(within(item).getByRole('textbox', { name: 'Comment' }), '<img src=x onerror=alert(1)> why?')
    await user.click(within(item).getByRole('button', { name: 'Comment' }))
    const comments = within(item).getByRole('list', { name: 'Comments' })
    await waitFor(() => expect(comments).toHaveTextContent('<img src=x onerror=alert(1)> why?'), wait)
    expect(document.querySelector('main img')).toBeNull()
    expect(tagsOf('candidate-screening', 8).filter(([key]) => key.startsWith('modeldeck.comment.'))).toHaveLength(2)
  })

  it('tell a reader which permission is missing, and nothing is written', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('reader')
    const before = tagsOf('candidate-screening', 8)
    renderPage('/requests', demo)
    const item = await request()
    await user.click(within(item).getByRole('button', { name: 'Approve' }))
    await user.click(within(item).getByRole('button', { name: 'Approve' }))
    await waitFor(async () => expect(await within(item).findByRole('alert', {}, wait)).toHaveTextContent(/Nothing was changed.*EDIT/), wait)
    expect(tagsOf('candidate-screening', 8)).toEqual(before)
  })

  it('of people whom nobody knows ask for a name, and prove nothing', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('anonymous')
    renderPage('/requests', demo)
    const item = await request()
    await user.click(within(item).getByRole('button', { name: 'Approve' }))
    await user.type(within(item).getByRole('textbox', { name: 'Your name' }), 'Cy')
    await user.click(within(item).getByRole('button', { name: 'Use this name' }))
    await user.click(await within(item).findByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(item).toHaveTextContent('Cy (self-declared) approved it'), wait)
    await user.click(within(item).getByRole('link', { name: /promotion room/ }))
    const room = await screen.findByRole('dialog', { name: /^Promote candidate-screening/ }, wait)
    expect(await within(room).findByText(/at least one name is self-declared: nothing proves that they are two people/, {}, wait)).toBeInTheDocument()
  })

  it('show when the registry fails, and in a read-only deployment only what is there', async () => {
    demo.setFault('mlflow', 'server-error')
    const { unmount } = renderPage('/requests', demo)
    expect(await screen.findByRole('button', { name: 'Retry' }, wait)).toBeInTheDocument()
    unmount()
    demo.setFault('mlflow', null)
    renderPage('/requests', demo, { readOnly: true })
    const item = await request()
    expect(item).toHaveTextContent('mlflow is read-only in this deployment')
    expect(within(item).queryByRole('button', { name: 'Approve' })).not.toBeInTheDocument()
  })
})

describe('a request is filed', () => {
  it('on the page of a version, and then shows there, in the list and on the page of requests', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('engineer')
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    await user.click(await screen.findByRole('button', { name: 'Request promotion' }, wait))
    const dialog = await screen.findByRole('dialog', { name: 'Request promotion of claim-fraud version 13' }, wait)
    const confirm = within(dialog).getByRole('button', { name: 'Request promotion' })
    expect(confirm).toBeDisabled()
    expect(confirm).toHaveAccessibleDescription('Write a reason.')
    expect(await within(dialog).findByText(/\d+ of \d+ pass/, {}, wait)).toBeInTheDocument()
    await user.type(within(dialog).getByRole('textbox', { name: 'Reason' }), 'Trained on newer claims.')
    await user.click(confirm)
    expect(await screen.findByText(/Requested: somebody else can approve the promotion of v13 now/, {}, wait)).toBeInTheDocument()
    const filed = await screen.findByRole('article', { name: 'Promotion of v13' }, wait)
    expect(filed).toHaveTextContent(/^Waits for approval.*asked by jonas\.keller.*Trained on newer claims\./)
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Request promotion' })).not.toBeInTheDocument(), wait)
    expect(ownTag('claim-fraud', 13)).toMatchObject({ status: 'requested', requester: { name: 'jonas.keller', kind: 'authenticated' } })
    expect(await within(screen.getByRole('navigation', { name: 'Main' })).findByRole('link', { name: /^Requests 2/ }, wait)).toBeInTheDocument()
  })

  it('is marked in the list of models and in the table of versions', async () => {
    const { unmount } = renderPage('/models?stage=requested', demo)
    const table = await screen.findByRole('table', { name: 'Models' }, wait)
    expect(await within(table).findByRole('link', { name: 'v8 requested' }, wait)).toHaveAttribute('href', expect.stringMatching(/candidate-screening\/versions\/8/))
    expect(await screen.findByText('1 of 24 models', {}, wait)).toBeInTheDocument()
    unmount()
    renderPage('/models/mlflow/candidate-screening', demo)
    const versions = await screen.findByRole('table', { name: 'Versions' }, wait)
    expect(await within(versions).findByRole('link', { name: 'requested' }, wait)).toHaveAttribute('title', expect.stringMatching(/jonas\.keller asks that v8 be promoted; nobody has approved yet/))
  })

  it('while the policy asks for two people, nothing is promoted without an approval', async () => {
    renderPage('/models/mlflow/candidate-screening/versions/8?action=promote', demo)
    const room = await screen.findByRole('dialog', { name: 'Promote candidate-screening version 8' }, wait)
    expect(await within(room).findByText('jonas.keller asked; nobody has approved yet.', {}, wait)).toBeInTheDocument()
    expect(within(room).getByRole('button', { name: 'Promote version 8' })).toBeDisabled()
    expect(within(room).getByRole('textbox', { name: 'Override “Another person approved” because' })).toBeInTheDocument()
  })
})
