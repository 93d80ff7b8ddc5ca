import { configure, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
// A machine that is busy draws late, and is right all the same.
configure({ asyncUtilTimeout: 8_000 })
const address = '/models/mlflow/claim-fraud/docs'

async function region(name: RegExp) {
  return screen.findByRole('region', { name })
}

/** Opens the editor of the model's own text and replaces what stands there. */
async function write(user: ReturnType<typeof userEvent.setup>, text: string) {
  const about = await region(/^About the model/)
  await user.click(await within(about).findByRole('button', { name: 'Edit' }))
  const field = within(about).getByRole('textbox', { name: 'About the model, in Markdown' })
  expect(field).toHaveFocus()
  await user.clear(field)
  await user.type(field, text)
  return about
}

const described = () => demo.world.registry.models.get('claim-fraud')?.description
const describeElsewhere = (description: string) => demo.world.write({ kind: 'describe-model', model: 'claim-fraud', description })

describe('the documents of a model', () => {
  it('are its own text and what the champion brings: text, card, signature, parameters, tags', async () => {
    renderPage(address, demo)
    await within(await region(/^About the model/)).findByText(/Scores each motor and household claim/)
    expect(screen.getByRole('combobox', { name: 'Documentation of' })).toHaveDisplayValue('v12, champion')
    expect(await region(/^About this version ?v12/)).toBeInTheDocument()
    expect(await within(await region(/^Model card/)).findByRole('heading', { name: 'Intended use', level: 4 })).toBeInTheDocument()
    expect(await within(await region(/^Signature/)).findByText('claim_amount')).toBeInTheDocument()
    await waitFor(async () => expect(await screen.findByRole('table', { name: 'Parameters' })).toHaveTextContent('learning_rate'))
    await waitFor(async () => expect(await screen.findByRole('table', { name: 'Tags of the run' })).toHaveTextContent('mlflow.source.git.commit'))
  })

  it('have a list of sections that moves within the page', async () => {
    const user = userEvent.setup()
    const { router } = renderPage(address, demo)
    const sections = await screen.findByRole('navigation', { name: 'Sections' })
    await user.click(await within(sections).findByRole('button', { name: 'Limitations' }))
    expect(screen.getByRole('heading', { name: 'Limitations' })).toHaveFocus()
    expect(router.state.location.pathname + router.state.location.hash).toBe(address)
    expect(within(sections).queryByRole('link')).not.toBeInTheDocument()
  })

  it('of another version are shown when it is picked, and the address holds it', async () => {
    const user = userEvent.setup()
    const { router } = renderPage(address, demo)
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Documentation of' }), '13')
    expect(router.state.location.search).toBe('?version=13')
    expect(await region(/^About this version ?v13/)).toBeInTheDocument()
  })

  it('say plainly what is missing, and what would have to be written', async () => {
    renderPage('/models/mlflow/customer-churn/docs?version=9', demo)
    const missing = await screen.findByRole('list', { name: 'Missing' })
    await waitFor(() => expect(missing).toHaveTextContent(/Model card.*MODEL_CARD\.md.*Limitations/))
    expect(missing).toHaveTextContent(/Commit Train from a Git checkout/)
    await waitFor(async () => expect(await region(/^Model card/)).toHaveTextContent(/Nothing here yet.*MODEL_CARD\.md is there, and empty/))
  })

  it('of a version that is not there lead back to the champion’s', async () => {
    const user = userEvent.setup()
    renderPage(`${address}?version=999`, demo)
    await user.click(await screen.findByRole('button', { name: 'Show the champion’s' }))
    expect(await region(/^About this version ?v12/)).toBeInTheDocument()
  })

  it('of a model without versions say so', async () => {
    demo.world.write({ kind: 'create-model', model: 'fresh', description: null, tags: [] })
    renderPage('/models/mlflow/fresh/docs', demo)
    await screen.findByText('No version is registered yet')
    await waitFor(async () => expect(await region(/^About the model/)).toHaveTextContent(/Nobody has written down what this model is for/))
  })

  it('fail in words and recover', async () => {
    demo.setFault('mlflow', 'malformed')
    renderPage(address, demo)
    const about = await region(/^About the model/)
    const retry = await within(about).findByRole('button', { name: 'Retry' })
    expect(screen.queryByText('No version is registered yet')).not.toBeInTheDocument()
    demo.setFault('mlflow', null)
    await userEvent.setup().click(retry)
    await within(about).findByText(/Scores each motor/)
  })
})

describe('a description', () => {
  it('is drawn safely', async () => {
    describeElsewhere('# Hi\n\n<img src=x onerror="alert(1)"> [x](javascript:alert(1)) ![p](http://evil.test/p.png)')
    renderPage(address, demo)
    const about = await region(/^About the model/)
    await within(about).findByRole('heading', { name: 'Hi' })
    expect(about.querySelector('img')).toBeNull()
    expect(within(about).queryByRole('link')).not.toBeInTheDocument()
  })

  it('is edited with a preview, saved, and read again', async () => {
    const user = userEvent.setup()
    renderPage(address, demo)
    const about = await write(user, 'Now **better**')
    const preview = within(about).getByRole('region', { name: 'Preview' })
    expect((await within(preview).findByText('better')).tagName).toBe('STRONG')
    expect(about).toHaveTextContent(/MLflow decides who may save: whoever may edit this model there\. You are priya\.nair\./)
    await user.click(within(about).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(within(about).getByRole('button', { name: 'Edit' })).toHaveFocus())
    expect(described()).toBe('Now **better**')
    expect(about).toHaveTextContent('Now better')
  })

  it('is left alone by Cancel', async () => {
    const user = userEvent.setup()
    renderPage(address, demo)
    const before = described()
    const about = await write(user, 'never mind')
    await user.click(within(about).getByRole('button', { name: 'Cancel' }))
    expect(described()).toBe(before)
    expect(about).toHaveTextContent(/Scores each motor/)
  })

  it.each([
    ['Save mine over theirs', 'mine'],
    ['Take theirs, drop mine', 'theirs'],
  ])('that somebody changed meanwhile is not overwritten unasked: %s', async (choice, expected) => {
    const user = userEvent.setup()
    renderPage(address, demo)
    const about = await write(user, 'mine')
    describeElsewhere('theirs')
    await user.click(within(about).getByRole('button', { name: 'Save' }))
    const question = await within(about).findByRole('alertdialog', { name: 'Changed meanwhile' })
    expect(within(question).getByRole('region', { name: 'In MLflow now' })).toHaveTextContent('theirs')
    expect(within(question).getByRole('region', { name: 'Yours' })).toHaveTextContent('mine')
    expect(described()).toBe('theirs')
    await user.click(within(question).getByRole('button', { name: choice }))
    await waitFor(() => expect(within(about).queryByRole('alertdialog')).not.toBeInTheDocument())
    await waitFor(() => expect(described()).toBe(expected))
  })

  it('is not saved by who may only read, and the permission that is missing is named', async () => {
    demo.world.setPersona('reader')
    const user = userEvent.setup()
    renderPage(address, demo)
    const before = described()
    const about = await write(user, 'mine')
    await user.click(within(about).getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await within(about).findByRole('alert')).toHaveTextContent(/permission EDIT on "claim-fraud".*Nothing was written/))
    expect(within(about).getByRole('textbox')).toHaveValue('mine')
    expect(described()).toBe(before)
  })

  it('offers no editor where the deployment is read-only, and says why', async () => {
    renderPage(address, demo, { readOnly: true })
    const about = await region(/^About the model/)
    await within(about).findByText(/read-only in this deployment/)
    expect(within(about).queryByRole('button', { name: 'Edit' })).not.toBeInTheDocument()
  })

  it('that is not saved is not left behind unasked', async () => {
    const user = userEvent.setup()
    const { router } = renderPage(address, demo)
    await write(user, 'precious')
    const tabs = screen.getByRole('navigation', { name: 'Parts of the model' })
    await user.click(within(tabs).getByRole('link', { name: 'History' }))
    const dialog = await screen.findByRole('dialog', { name: 'Leave without saving?' })
    await user.click(within(dialog).getByRole('button', { name: 'Stay' }))
    expect(router.state.location.pathname).toBe(address)
    expect(screen.getByRole('textbox', { name: /About the model/ })).toHaveValue('precious')
  })

  it('of a version is edited as well, one text at a time', async () => {
    const user = userEvent.setup()
    renderPage(`${address}?version=13`, demo)
    const about = await region(/^About this version ?v13/)
    await user.click(await within(about).findByRole('button', { name: 'Edit' }))
    const other = await region(/^About the model/)
    expect(within(other).getByText(/Save or cancel the text that you are editing first/)).toBeInTheDocument()
    const field = within(about).getByRole('textbox')
    await user.clear(field)
    await user.type(field, 'Newer claims.{Control>}{Enter}{/Control}')
    await waitFor(() => expect(demo.world.registry.models.get('claim-fraud')?.versions.get(13)?.description).toBe('Newer claims.'))
  })
})
