import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { aliasOf, decide, decisionDialog, patience, recordsOf } from '@/testing/decisionScreen'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const limit = 120_000

it('rolls the bad release back: two clicks and a reason, to the version with its last figures', async () => {
  const user = userEvent.setup()
  renderPage('/models/mlflow/freight-price', demo)
  await user.click(await screen.findByText('Roll back', { selector: 'button' }, patience))
  const dialog = await decisionDialog('Roll back freight-price to version 17')
  expect(await within(dialog).findByText(/^Version 17 served production/, {}, patience)).toHaveTextContent(/from .* until 3 h ago\.$/)
  const table = within(dialog).getByRole('table', { name: 'Now and then' })
  await waitFor(() => expect(within(table).getByText('Errors').closest('tr')).toHaveTextContent(/[34](\.\d)? %.*0\.\d+ %.*−3/), patience)
  await decide(user, dialog, 'Errors at 4 %', 'Roll back to version 17')

  await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
  expect(aliasOf(demo, 'freight-price', 'champion')).toBe(17)
  expect(recordsOf(demo, 'freight-price', 17)[0]).toMatchObject({ action: 'rollback', status: 'done', from: '18', to: '17', reason: 'Errors at 4 %' })
  expect(screen.getByText('Version 17 is in production again, in place of version 18.')).toBeInTheDocument()
}, limit)

it('the list leads straight into the dialog', async () => {
  const user = userEvent.setup()
  renderPage('/models', demo)
  await user.click(await screen.findByLabelText('Roll back to v17: freight-price', {}, patience))
  expect(await decisionDialog('Roll back freight-price to version 17')).toBeInTheDocument()
}, limit)

it('says why a link asks for what makes no sense any more', async () => {
  renderPage('/models/mlflow/freight-price?action=promote&version=18', demo)
  const dialog = await screen.findByRole('dialog', { name: 'Promote freight-price version 18' }, patience)
  expect(await within(dialog).findByText('Version 18 already serves production.')).toBeInTheDocument()
  expect(within(dialog).queryByRole('button', { name: /^Promote/ })).not.toBeInTheDocument()
}, limit)

it('says that a version is not there', async () => {
  renderPage('/models/mlflow/freight-price?action=rollback&version=99', demo)
  const dialog = await screen.findByRole('dialog', { name: 'Roll back freight-price to version 99' }, patience)
  await waitFor(async () => expect(await within(dialog).findByRole('alert', {}, patience)).toHaveTextContent('There is no version 99 of this model'), patience)
}, limit)
