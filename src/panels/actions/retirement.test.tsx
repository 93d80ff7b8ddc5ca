import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { checkOf, decide, decisionDialog, enter, patience, reasonOf, recordsOf, tagOf } from '@/testing/decisionScreen'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const limit = 120_000

describe('deprecate', () => {
  it('writes the plan, and has the notice and the headers ready', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud/versions/11', demo)
    await user.click(await screen.findByText('Deprecate', { selector: 'button' }, patience))
    const dialog = await decisionDialog('Deprecate claim-fraud version 11')
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Replacement' }), '13')
    fireEvent.change(within(dialog).getByLabelText('Sunset'), { target: { value: '2026-12-31' } })
    await enter(user, within(dialog).getByLabelText('Address of the replacement'), 'https://api.example/fraud/13')
    expect(await within(dialog).findByRole('table', { name: 'Against the replacement' })).toBeInTheDocument()
    await enter(user, reasonOf(dialog), 'Two generations old')

    const notice = within(dialog).getByLabelText('Text of the notice')
    expect(notice).toHaveTextContent(/claim-fraud version 11 is deprecated.*Two generations old.*must not be used after 2026-12-31.*\[claim-fraud version 13\]\(https:\/\/api\.example\/fraud\/13\)/)
    const headers = within(dialog).getByLabelText('Text of the headers')
    expect(headers).toHaveTextContent(/^Deprecation: @\d{10} Sunset: Thu, 31 Dec 2026 23:59:59 GMT Link: <http:\/\/localhost.*\/models\/mlflow\/claim-fraud\/versions\/11>; rel="deprecation"; type="text\/html", <https:\/\/api\.example\/fraud\/13>; rel="successor-version"$/)
    expect(within(dialog).getByRole('link', { name: /Mail it/ })).toHaveAttribute('href', expect.stringMatching(/^mailto:\?subject=claim-fraud%20version%2011/))

    await user.click(within(dialog).getByRole('button', { name: 'Deprecate version 11' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
    expect(tagOf(demo, 'claim-fraud', 11, 'modeldeck.lifecycle')).toBe('deprecated')
    expect(tagOf(demo, 'claim-fraud', 11, 'modeldeck.sunset')).toBe('2026-12-31')
    expect(tagOf(demo, 'claim-fraud', 11, 'modeldeck.replacement')).toBe('13')
    expect(tagOf(demo, 'claim-fraud', 11, 'modeldeck.reason')).toBe('Two generations old')
    expect(recordsOf(demo, 'claim-fraud', 11)[0]).toMatchObject({ action: 'deprecate', status: 'done', from: 'active', to: 'deprecated' })
  }, limit)

  it('asks for a replacement of the champion', async () => {
    renderPage('/models/mlflow/claim-fraud?action=deprecate&version=12', demo)
    const dialog = await decisionDialog('Deprecate claim-fraud version 12')
    expect(checkOf(dialog, 'A replacement is named')).toHaveTextContent(/Fail.*The version is in production: name what replaces it\./)
    expect(within(dialog).getByRole('button', { name: 'Deprecate version 12' })).toBeDisabled()
    await userEvent.selectOptions(within(dialog).getByRole('combobox', { name: 'Replacement' }), '13')
    await waitFor(() => expect(checkOf(dialog, 'A replacement is named')).toHaveTextContent('Pass'))
  }, limit)

  it('refuses a sunset that lies in the past', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/claim-fraud?action=deprecate&version=11', demo)
    const dialog = await decisionDialog('Deprecate claim-fraud version 11')
    fireEvent.change(within(dialog).getByLabelText('Sunset'), { target: { value: '2026-11-23' } })
    await enter(user, reasonOf(dialog), 'old')
    expect(within(dialog).getByRole('button', { name: 'Deprecate version 11' })).toHaveAccessibleDescription('The sunset lies in the past.')
  }, limit)
})

describe('archive and restore', () => {
  it('what is still called is archived only with an override; restore undoes it', async () => {
    const user = userEvent.setup()
    renderPage('/models/mlflow/address-matching/versions/4', demo)
    await user.click(await screen.findByText('Archive', { selector: 'button' }, patience))
    const dialog = await decisionDialog('Archive address-matching version 4')
    expect(checkOf(dialog, 'Nobody calls the version')).toHaveTextContent(/Fail.*It had [\d,]+ requests in the last 30 days/)
    const traffic = within(dialog).getByRole('region', { name: 'Traffic' })
    await waitFor(() => expect(traffic).toHaveTextContent(/Last 7 days[\d,]+ requests/), patience)
    await enter(user, within(dialog).getByRole('textbox', { name: 'Override “Nobody calls the version” because' }), 'The last caller agreed')
    await decide(user, dialog, 'Sunset is near', 'Archive version 4')
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), patience)
    expect(tagOf(demo, 'address-matching', 4, 'modeldeck.lifecycle')).toBe('archived')
    expect(recordsOf(demo, 'address-matching', 4)[0]).toMatchObject({
      action: 'archive', from: 'deprecated', to: 'archived', overrides: ['no_traffic: The last caller agreed'],
    })

    await user.click(await screen.findByText('Restore', { selector: 'button' }, patience))
    const restore = await decisionDialog('Restore address-matching version 4')
    await decide(user, restore, 'Somebody needs it after all', 'Restore version 4')
    await waitFor(() => expect(restore).not.toBeInTheDocument(), patience)
    expect(tagOf(demo, 'address-matching', 4, 'modeldeck.lifecycle')).toBe('active')
    for (const tag of ['sunset', 'replacement', 'reason']) expect(tagOf(demo, 'address-matching', 4, `modeldeck.${tag}`)).toBe('')
    expect(screen.getByText('Version 4 is active again.')).toBeInTheDocument()
  }, limit)

  it('not known is never zero', async () => {
    renderPage('/models/mlflow/claim-fraud?action=archive&version=3', demo)
    const dialog = await decisionDialog('Archive claim-fraud version 3')
    expect(checkOf(dialog, 'Nobody calls the version')).toHaveTextContent(/Unknown.*Monitoring could not say whether the version is still called/)
    expect(within(dialog).getByRole('button', { name: 'Archive version 3' })).toBeDisabled()
  }, limit)

  it('without monitoring nobody is asked', async () => {
    renderPage('/models/mlflow/claim-fraud?action=archive&version=3', demo, {
      sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow' }],
    })
    const dialog = await decisionDialog('Archive claim-fraud version 3')
    expect(within(dialog).getByText('No monitoring is configured, so nobody knows who still calls it.')).toBeInTheDocument()
    expect(checkOf(dialog, 'Nobody calls the version')).toHaveTextContent('does not apply')
  }, limit)
})
