import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const wait = { timeout: 30_000 }
const limit = 90_000

const ownPolicy = {
  thresholds: {
    f1: { warn: 0.88, critical: 0.8, recover: 0.89, direction: 'below', for: '10m', minSamples: 200 },
    'eval.loss': { warn: 1 },
  },
  gates: { no_regression: 'required' },
}

function store(model: string, policy: string): void {
  demo.world.write({ kind: 'set-model-tag', model, key: 'modeldeck.policy', value: policy })
}

const stored = (model: string) => demo.world.registry.models.get(model)?.tags.get('modeldeck.policy')

async function openEditor(model: string, config: Record<string, unknown> = {}) {
  const page = renderPage(`/models/mlflow/${model}/history?policy=edit`, demo, config)
  const dialog = await screen.findByRole('dialog', { name: `Policy of ${model}` }, wait)
  return { ...page, dialog, field: (name: string) => within(dialog).getByRole('textbox', { name }) }
}

/** The row of the preview of a version, once everything has answered. */
async function previewOf(dialog: HTMLElement, version: string) {
  const table = await within(dialog).findByRole('table', { name: 'Promoting today’s versions' }, wait)
  const header = await within(table).findByRole('rowheader', { name: new RegExp(`^${version}`) }, wait)
  await waitFor(() => expect(within(dialog).queryByText(/Still asking/)).not.toBeInTheDocument(), wait)
  const row = header.closest('tr')
  if (!row) throw new Error(`${version} is not in a row`)
  return row
}

describe('the policy of a model', () => {
  it('opens from the head of its page and shows each setting with who decides it', async () => {
    const user = userEvent.setup()
    store('claim-fraud', JSON.stringify(ownPolicy))
    const { router } = renderPage('/models/mlflow/claim-fraud/history', demo, { policy: { thresholds: { precision: { warn: 0.9 } } } })
    await user.click(await screen.findByRole('button', { name: 'Policy: 2 limits, 1 check' }, wait))
    const dialog = await screen.findByRole('dialog', { name: 'Policy of claim-fraud' }, wait)
    expect(router.state.location.search).toBe('?policy=edit')
    const field = (name: string) => within(dialog).getByRole('textbox', { name })
    expect(field('F1 critical')).toHaveValue('0.8')
    expect(field('F1 critical')).toHaveAccessibleDescription('this model')
    expect(field('Precision warn')).toHaveValue('')
    expect(field('Precision warn')).toHaveAttribute('placeholder', '0.9')
    expect(field('Precision warn')).toHaveAccessibleDescription('deployment')
    expect(field('Error ratio warn')).toHaveAccessibleDescription('default')
    expect(field('Accuracy warn')).toHaveAccessibleDescription('not set')
    expect(within(dialog).getByRole('combobox', { name: 'No metric worse than the champion’s' })).toHaveValue('required')
    expect(within(dialog).getByRole('combobox', { name: 'Tests are green' })).toHaveAccessibleDescription('default')
    expect(within(dialog).getByRole('button', { name: 'Save' })).toBeDisabled()
  }, limit)

  it('says before it is saved what it would say of today’s versions, and is saved', async () => {
    const user = userEvent.setup()
    store('claim-fraud', JSON.stringify(ownPolicy))
    const { dialog, field } = await openEditor('claim-fraud')
    await waitFor(async () => expect(await previewOf(dialog, 'v13')).toHaveTextContent(/v13could be promoted.*as now/), wait)
    await user.clear(field('F1 critical'))
    await user.type(field('F1 critical'), '0.95')
    await user.clear(field('F1 warn'))
    await user.type(field('F1 warn'), '0.96')
    await user.clear(field('F1 recover'))
    await waitFor(async () => expect(await previewOf(dialog, 'v13')).toHaveTextContent(/could be promoted.*blocked.*F1 is 0\.921 \(n = 24,000\); it must be ≥ 0\.950\./), wait)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), wait)
    expect(JSON.parse(stored('claim-fraud') ?? '')).toEqual({
      thresholds: {
        f1: { warn: 0.96, critical: 0.95, direction: 'below', for: '10m', minSamples: 200 },
        'eval.loss': { warn: 1 },
      },
      gates: { no_regression: 'required' },
    })
  }, limit)

  it('asks for tests only where it requires them, and then knows which fail', async () => {
    const user = userEvent.setup()
    store('customer-churn', '{}')
    const { dialog } = await openEditor('customer-churn')
    await previewOf(dialog, 'v9')
    expect(demo.requests.filter((request) => request.includes('junit.xml'))).toEqual([])
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Tests are green' }), 'required')
    await waitFor(async () => expect(await previewOf(dialog, 'v9')).toHaveTextContent(/blocked.*3 of 9 tests failed/), wait)
  }, limit)

  it('names what is wrong by its path, and does not save it', async () => {
    const user = userEvent.setup()
    store('claim-fraud', JSON.stringify(ownPolicy))
    const { dialog, field } = await openEditor('claim-fraud')
    await user.clear(field('F1 warn'))
    await user.type(field('F1 warn'), '0,88')
    expect(field('F1 warn')).toBeInvalid()
    expect(field('F1 warn')).toHaveAccessibleDescription('must be a number such as 0.85')
    const save = within(dialog).getByRole('button', { name: 'Save' })
    expect(save).toBeDisabled()
    expect(save).toHaveAccessibleDescription('thresholds.f1.warn must be a number such as 0.85.')
    await user.clear(field('F1 warn'))
    await user.type(field('F1 warn'), '0.7')
    expect(save).toHaveAccessibleDescription('thresholds.f1.critical must not be above warn, which comes first.')
  }, limit)

  it('that somebody changed meanwhile is not written over unasked', async () => {
    const user = userEvent.setup()
    const { dialog, field } = await openEditor('claims-triage')
    await user.type(field('F1 critical'), '0.7')
    const theirs = '{"gates":{"tests":"required"}}'
    store('claims-triage', theirs)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    const alert = await within(dialog).findByRole('alert', {}, wait)
    expect(alert).toHaveTextContent(/Somebody has changed the policy.*Nothing was written/)
    expect(alert).toHaveTextContent(theirs)
    expect(stored('claims-triage')).toBe(theirs)
    await user.click(within(alert).getByRole('button', { name: 'Take theirs, drop mine' }))
    expect(field('F1 critical')).toHaveValue('')
    expect(within(dialog).getByRole('combobox', { name: 'Tests are green' })).toHaveValue('required')
    await user.type(field('F1 critical'), '0.75')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), wait)
    expect(JSON.parse(stored('claims-triage') ?? '')).toEqual({ thresholds: { f1: { critical: 0.75 } }, gates: { tests: 'required' } })
  }, limit)

  it('is not saved by who may only read, and the permission that is missing is named', async () => {
    const user = userEvent.setup()
    demo.world.setPersona('reader')
    const { dialog, field } = await openEditor('claims-triage')
    await user.type(field('F1 critical'), '0.7')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect(await within(dialog).findByRole('alert', {}, wait)).toHaveTextContent(/EDIT/), wait)
    expect(stored('claims-triage')).toBeUndefined()
  }, limit)

  it('that cannot be read is said to be, and replaced on saving', async () => {
    const user = userEvent.setup()
    store('claims-triage', '{"gate":1}')
    const { dialog } = await openEditor('claims-triage')
    await waitFor(async () => expect(await within(dialog).findByRole('alert')).toHaveTextContent(/gate is not a setting.*Saving replaces it/), wait)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(dialog).not.toBeInTheDocument(), wait)
    expect(stored('claims-triage')).toBe('{}')
  }, limit)

  it('is shown and not edited in a read-only deployment', async () => {
    const { dialog, field } = await openEditor('claim-fraud', { readOnly: true })
    expect(field('F1 critical')).toBeDisabled()
    expect(within(dialog).queryByRole('button', { name: 'Save' })).not.toBeInTheDocument()
    expect(within(dialog).getByRole('status')).toHaveTextContent('mlflow is read-only in this deployment')
  }, limit)
})
