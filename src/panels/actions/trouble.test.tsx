import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { aliasOf, decide, decisionDialog, enter, patience, reasonOf, recordsOf } from '@/testing/decisionScreen'
import { renderPage, testNow, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const limit = 120_000
const room = '/models/mlflow/claim-fraud?action=promote&version=13'
const name = 'Promote claim-fraud version 13'

describe('what may come in between', () => {
  it('somebody was first: says so, keeps the reason, and decides after another look', async () => {
    const user = userEvent.setup()
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    demo.world.write({ kind: 'set-alias', model: 'claim-fraud', alias: 'champion', version: 11 })
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')

    const alert = await within(dialog).findByRole('alert', {}, patience)
    expect(alert).toHaveTextContent('The registry has changed since you looked: v11 is in production. No record says who changed it. Nothing of your decision was kept.')
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(11)
    expect(recordsOf(demo, 'claim-fraud', 13)).toEqual([])
    await user.click(within(alert).getByRole('button', { name: 'Look again' }))
    await waitFor(() => expect(within(dialog).queryByRole('alert')).not.toBeInTheDocument(), patience)
    expect(within(dialog).getByText('currently v11')).toBeInTheDocument()
    expect(reasonOf(dialog)).toHaveValue('Better on fresh claims')

    const confirm = within(dialog).getByRole('button', { name: 'Promote version 13' })
    await waitFor(() => expect(confirm).toBeEnabled(), patience)
    await user.click(confirm)
    await waitFor(() => expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(13), patience)
    expect(recordsOf(demo, 'claim-fraud', 13)[0]).toMatchObject({ from: '11', to: '13', status: 'done' })
  }, limit)

  it('a reader is told which permission is missing, and nothing is half-written', async () => {
    demo.world.setPersona('reader')
    const user = userEvent.setup()
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    const before = structuredClone(demo.world.registry.models.get('claim-fraud')?.tags)
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')
    const alert = await within(dialog).findByRole('alert', {}, patience)
    expect(alert).toHaveTextContent(/No permission · mlflow/)
    expect(alert).toHaveTextContent(/Nothing was changed\./)
    expect(alert).toHaveTextContent(/EDIT/)
    expect(demo.world.registry.models.get('claim-fraud')?.tags).toEqual(before)
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(12)
    expect(reasonOf(dialog)).toHaveValue('Better on fresh claims')
  }, limit)

  it('who may edit and not manage promotes; what was refused beside it is told', async () => {
    demo.world.setPersona('engineer')
    const user = userEvent.setup()
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(13)
    expect(aliasOf(demo, 'claim-fraud', 'challenger')).toBe(13)
    expect(screen.getByText(/^The alias challenger still points at version 13/)).toBeInTheDocument()
  }, limit)

  it('a registry without users asks for a name once', async () => {
    demo.world.setPersona('anonymous')
    const user = userEvent.setup()
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    expect(within(dialog).getByRole('button', { name: 'Promote version 13' })).toHaveAccessibleDescription('Give your name first.')
    await enter(user, within(dialog).getByRole('textbox', { name: 'Your name' }), 'Ada')
    await user.click(within(dialog).getByRole('button', { name: 'Use this name' }))
    expect(within(dialog).queryByRole('textbox', { name: 'Your name' })).not.toBeInTheDocument()
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')
    await waitFor(() => expect(recordsOf(demo, 'claim-fraud', 13)[0]).toMatchObject({ actor: 'Ada', actorKind: 'self-declared' }), patience)
  }, limit)

  it('an unfinished decision stands in the way and can be ended there', async () => {
    const id = '01ARZ3NDEKTSV4RRFFQ69G5FAV'
    const intent = {
      id, action: 'promote', status: 'intended', actor: 'ben', actorKind: 'self-declared', at: new Date(testNow - 3_600_000).toISOString(),
      reason: 'I was cut off', from: '12', to: '11', version: '11', undo: { alias: '12' },
    }
    demo.world.registry.models.get('claim-fraud')?.tags.set(`modeldeck.intent.${id}`, JSON.stringify(intent))
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    expect(within(dialog).getByText('I was cut off', { exact: false })).toBeInTheDocument()
    expect(within(dialog).getByRole('button', { name: 'Finish' })).toBeInTheDocument()
    expect(within(dialog).getByRole('button', { name: 'Revert' })).toBeInTheDocument()
    expect(within(dialog).getByRole('button', { name: 'Promote version 13' })).toHaveAccessibleDescription(/finish or revert it first/)
  }, limit)

  it('a registry that fails leaves the dialog and the words', async () => {
    const user = userEvent.setup()
    renderPage(room, demo)
    const dialog = await decisionDialog(name)
    demo.setFault('mlflow', 'malformed')
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')
    expect((await within(dialog).findAllByText(/^Failed · mlflow/, {}, patience)).length).toBeGreaterThan(0)
    expect(reasonOf(dialog)).toHaveValue('Better on fresh claims')
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(12)
  }, limit)
})

it('a read-only deployment has no buttons, and says why', async () => {
  renderPage('/models/mlflow/claim-fraud/versions/13?action=promote', demo, { readOnly: true })
  expect(await screen.findByText(/^mlflow is read-only in this deployment/, {}, patience)).toBeInTheDocument()
  for (const verb of ['Promote', 'Roll back', 'Deprecate', 'Archive', 'Restore'])
    expect(screen.queryByRole('button', { name: verb })).not.toBeInTheDocument()
  expect(screen.queryByRole('dialog', { name: /^Promote/ })).not.toBeInTheDocument()
}, limit)
