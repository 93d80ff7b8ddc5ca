import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { aliasOf, checkOf, decide, decisionDialog, enter, patience, reasonOf, recordsOf } from '@/testing/decisionScreen'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const limit = 120_000

describe('the promotion room', () => {
  it('promotes the better challenger: alias, record, and what is true now', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/versions/13', demo)
    await user.click(await screen.findByText('Promote', { selector: 'button' }, patience))
    const dialog = await decisionDialog('Promote claim-fraud version 13')

    expect(within(dialog).getByText('currently v12')).toBeInTheDocument()
    const table = within(dialog).getByRole('table', { name: 'Side by side' })
    expect([...table.querySelectorAll('tbody th')].map((header) => header.textContent)).toEqual([
      'F1 test_f1', 'Accuracy test_accuracy', 'Precision test_precision', 'Recall test_recall',
      'ROC AUC test_roc_auc', 'Log loss validation-logloss', 'Requests last 24 h', 'Errors', 'p95',
    ])
    expect(within(table).getByText('F1').closest('tr')).toHaveTextContent(/0\.901.*0\.921.*\+0\.008 to \+0\.032.*\+0\.020/)
    expect(checkOf(dialog, 'F1 within its limit')).toHaveTextContent(/Pass.*0\.921 \(n = 24,000\).*≥ 0\.800 \(model\).*required/)
    expect(checkOf(dialog, 'No metric worse than the champion’s')).toHaveTextContent(/required by this model’s policy/)
    expect(within(dialog).getByText(/^Version 12, in production until now:/)).toBeInTheDocument()

    const confirm = within(dialog).getByRole('button', { name: 'Promote version 13' })
    expect(confirm).toBeDisabled()
    expect(confirm).toHaveAccessibleDescription('Write a reason.')
    await decide(user, dialog, 'Better on fresh claims', 'Promote version 13')

    await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(13)
    expect(aliasOf(demo, 'claim-fraud', 'challenger')).toBeUndefined()
    const [record] = recordsOf(demo, 'claim-fraud', 13)
    expect(record).toMatchObject({
      action: 'promote', status: 'done', from: '12', to: '13',
      actor: 'priya.nair', actorKind: 'authenticated', reason: 'Better on fresh claims', overrides: [],
    })
    expect(record?.['checks']).toContainEqual(['f1_threshold', 'pass', '0.921', '≥ 0.800 (model)'])
    const note = await screen.findByText('Version 13 is in production, in place of version 12.')
    await waitFor(() => expect(note.closest('[role="status"]')).toHaveFocus())
    expect(note.parentElement).toHaveTextContent(`Recorded as ${String(record?.['id'])} on version 13`)
  }, limit)

  it('announces exactly what will be written', async () => {
    renderPage('/models/mlflow/claim-fraud?action=promote&version=13', demo)
    const dialog = await decisionDialog('Promote claim-fraud version 13')
    const lines = within(within(dialog).getByRole('list', { name: 'Will be written' })).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      'alias champion 12 → 13',
      'record of this decision on version 13',
      'tag modeldeck.changed on version 13 the time of the record',
      'tag modeldeck.pending “no”',
      'alias challenger removed (last; if it is refused, the decision holds without it)',
    ])
  }, limit)

  it('stops the bad candidate with reasons that a stakeholder understands, and records what is overridden', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/customer-churn/versions/9', demo)
    await user.click(await screen.findByText('Promote', { selector: 'button' }, patience))
    const dialog = await decisionDialog('Promote customer-churn version 9')
    expect(checkOf(dialog, 'Recall within its limit')).toHaveTextContent('Recall is 0.742 (number of cases not logged); it must be ≥ 0.800.')
    expect(checkOf(dialog, 'Tests are green')).toHaveTextContent(/3 of 9 tests failed: test_recall_on_new_customers/)
    expect(checkOf(dialog, 'The version is documented')).toHaveTextContent('There is neither a model card nor a description.')
    expect(checkOf(dialog, 'Code, run and data are known')).toHaveTextContent('Not recorded: commit, data.')
    expect(within(dialog).getByText(/^\d of \d+ pass, 4 block$/)).toBeInTheDocument()

    await enter(user, reasonOf(dialog), 'The campaign cannot wait')
    const confirm = within(dialog).getByRole('button', { name: 'Promote version 9' })
    expect(confirm).toBeDisabled()
    expect(confirm).toHaveAccessibleDescription('4 checks block: override each with a reason, or mend them.')

    for (const field of within(dialog).getAllByRole('textbox', { name: /^Override/ })) await enter(user, field, 'agreed')
    await waitFor(() => expect(confirm).toBeEnabled())
    await user.click(confirm)
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
    expect(aliasOf(demo, 'customer-churn', 'champion')).toBe(9)
    expect(recordsOf(demo, 'customer-churn', 9)[0]).toMatchObject({
      overrides: ['recall_threshold: agreed', 'no_regression: agreed', 'tests: agreed', 'documentation: agreed'],
    })
  }, limit)

  it('keeps what was typed when the person looks at the evidence and comes back', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud?action=promote&version=13', demo)
    const dialog = await decisionDialog('Promote claim-fraud version 13')
    await enter(user, reasonOf(dialog), 'half a')
    await user.click(within(checkOf(dialog, 'F1 within its limit')).getByRole('link', { name: /^Evidence/ }))
    await waitFor(() => expect(router.state.location.pathname).toBe('/models/mlflow/claim-fraud/quality'), patience)
    await router.navigate(-1)
    const again = await decisionDialog('Promote claim-fraud version 13')
    expect(reasonOf(again)).toHaveValue('half a')
  }, limit)

  it('closes on Escape and leaves the address', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models/mlflow/claim-fraud?action=promote&version=13&range=7d', demo)
    const dialog = await decisionDialog('Promote claim-fraud version 13')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(dialog).not.toBeInTheDocument())
    expect(router.state.location.search).toBe('?range=7d')
    expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(12)
  }, limit)

  it('judges without the monitoring, and says what is missing', async () => {
    demo.setFault('prometheus', 'malformed')
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud?action=promote&version=13', demo)
    const dialog = await decisionDialog('Promote claim-fraud version 13')
    expect(checkOf(dialog, 'Errors not above the champion’s')).toHaveTextContent(/Unknown.*Monitoring did not answer/)
    expect(within(dialog).getByText(/^Some evidence is missing/)).toBeInTheDocument()
    await decide(user, dialog, 'It is worth it', 'Promote version 13')
    await waitFor(() => expect(aliasOf(demo, 'claim-fraud', 'champion')).toBe(13), patience)
  }, limit)
})
