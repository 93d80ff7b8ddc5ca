import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()

async function modelsTable() {
  return screen.findByRole('table', { name: 'Models' })
}

async function rowOf(name: string) {
  const link = await within(await modelsTable()).findByRole('link', { name })
  const row = link.closest('tr')
  if (!row) throw new Error(`${name} is not in a row`)
  return row
}

describe('/models', () => {
  it('shows a row a model, what needs a person first, with its reason as a sentence', async () => {
    renderPage('/models', demo)
    const row = await rowOf('freight-price')
    await within(row).findByText('Failing')
    expect(row).toHaveTextContent(/Errors rose from 0\.\d+ % to [34](\.\d+)? % with v18, 3 h ago/)
    expect(within(await modelsTable()).getAllByRole('row')[1]).toBe(row)
  })

  it('asks at most six questions before the rows can be drawn', async () => {
    const { container } = renderPage('/models', demo)
    await waitFor(() => expect(container.querySelector('[data-row]')).not.toBeNull())
    const answer = demo.requests.findIndex((entry) => entry.startsWith('answered /mlflow/api/2.0/mlflow/registered-models/search'))
    expect(answer).toBeGreaterThan(0)
    expect(demo.requests.slice(0, answer).filter((entry) => !entry.startsWith('answered')).length).toBeLessThanOrEqual(6)
  })

  it('filters by a tile, keeps that in the address, and says how many are left', async () => {
    const user = userEvent.setup()
    const { router } = renderPage('/models', demo)
    await rowOf('freight-price')
    await waitFor(() => expect(screen.getByRole('button', { name: /[1-9]\d* need attention/ })).toBeInTheDocument())
    await user.click(screen.getByRole('button', { name: /need attention/ }))
    expect(router.state.location.search).toContain('status=failing%2Cat-risk')
    expect(within(await modelsTable()).queryByText('OK')).not.toBeInTheDocument()
    expect(screen.getByText(/^\d+ of 24 models$/)).toBeInTheDocument()
  })

  it('searches by name and says so when nothing matches', async () => {
    const user = userEvent.setup()
    renderPage('/models?q=claim', demo)
    await rowOf('claim-fraud')
    expect(within(await modelsTable()).queryByRole('link', { name: 'freight-price' })).not.toBeInTheDocument()
    await user.type(screen.getByRole('searchbox', { name: 'Search by name or owner' }), 'zzz')
    await user.click(await screen.findByRole('button', { name: 'Clear all filters' }))
    await rowOf('freight-price')
  })

  it('keeps the list when the monitoring is dead, and says what is missing', async () => {
    demo.setFault('prometheus', 'malformed')
    renderPage('/models', demo)
    await rowOf('freight-price')
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent('Live figures are missing or old.')
    expect(within(alert).getByRole('button', { name: 'Retry' })).toBeInTheDocument()
  })

  it('keeps the words when the registry is dead, and recovers by a retry', async () => {
    const user = userEvent.setup()
    demo.setFault('mlflow', 'malformed')
    renderPage('/models', demo)
    const retry = await screen.findByRole('button', { name: 'Retry' })
    expect(screen.getByRole('navigation', { name: 'Main' })).toBeInTheDocument()
    demo.setFault('mlflow', null)
    await user.click(retry)
    await rowOf('freight-price')
  })

  it('says which aliases it saw where none means production', async () => {
    for (const { versions } of demo.world.registry.models.values()) {
      for (const version of versions.values()) version.stage = 'None'
    }
    renderPage('/models', demo, {
      sources: [{ id: 'mlflow', type: 'mlflow', url: 'http://demo.test/mlflow', aliases: { production: 'live', candidate: 'next' } }],
    })
    expect(await screen.findByText(/Aliases seen: champion \(\d+\)/)).toBeInTheDocument()
  })
})
