import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { enter, patience, reasonOf, recordsOf, tagOf } from '@/testing/decisionScreen'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()

it('archives several versions: one reason, one override, one record each; the champion is left out', async () => {
  const user = userEvent.setup()
  renderPage('/models/mlflow/claim-fraud', demo)
  for (const version of [2, 3, 12]) await user.click(await screen.findByLabelText(`Select version ${version}`, {}, patience))
  await user.click(within(screen.getByRole('group', { name: 'Chosen versions' })).getByRole('button', { name: 'Archive' }))

  const dialog = await screen.findByRole('dialog', { name: 'Archive 3 versions of claim-fraud' }, patience)
  const list = within(dialog).getByRole('list', { name: 'Versions' })
  await waitFor(() => expect(list).not.toHaveTextContent('Checking'), patience)
  const items = within(list).getAllByRole('listitem').map((item) => item.textContent)
  expect(items[0]).toMatch(/^v2Blocked: Monitoring could not say whether the version is still called/)
  expect(items[2]).toMatch(/^v12Left out: Version 12 serves production/)

  const confirm = within(dialog).getByRole('button', { name: 'Archive 2 versions' })
  await enter(user, reasonOf(dialog), 'Never served')
  expect(confirm).toHaveAccessibleDescription('2 versions are blocked: say why that is overridden, or choose fewer.')
  await enter(user, within(dialog).getByLabelText('Override what blocks because'), 'They were never deployed')
  await waitFor(() => expect(confirm).toBeEnabled(), patience)
  await user.click(confirm)

  expect(await within(dialog).findByText('2 of 2 written; each has its own record.', {}, patience)).toBeInTheDocument()
  for (const version of [2, 3]) {
    expect(tagOf(demo, 'claim-fraud', version, 'modeldeck.lifecycle')).toBe('archived')
    expect(recordsOf(demo, 'claim-fraud', version)[0]).toMatchObject({ action: 'archive', status: 'done', reason: 'Never served', overrides: ['no_traffic: They were never deployed'] })
  }
  expect(tagOf(demo, 'claim-fraud', 12, 'modeldeck.lifecycle')).toBeUndefined()
})
