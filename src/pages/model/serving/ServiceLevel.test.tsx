import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { renderPage, useDemoWorld } from '@/testing/renderPage'

const demo = useDemoWorld()
const slow = { timeout: 30_000 }
const panel = (name: RegExp) => screen.findByRole('region', { name }, slow)

describe('service level and canary of a model that serves', () => {
  it('says that the budget burns, how fast by window, and when it is exhausted', async () => {
    renderPage('/models/mlflow/freight-price/serving?refresh=off', demo)
    const level = await panel(/^Service level/)
    await waitFor(async () => expect(await within(level).findByRole('heading', {}, slow)).toHaveTextContent('Service level 99.75 % of requests do not fail, over 30 d'), slow)
    const table = await within(level).findByRole('table', { name: 'Burn rate by window' }, slow)
    expect(within(table).getByRole('row', { name: /^1 h 16\.3× 4\.1\s?% 743/ })).toBeInTheDocument()
    expect(within(table).getAllByRole('row')).toHaveLength(6)
    expect(level).toHaveTextContent(/Page somebody now: the error budget burns at 16\.3× over 1 h \(n = 743,971\) and 16\.1× over 5 min \(n = 62,222\); the limit is 14\.4×/)
    expect(level).toHaveTextContent(/11 % left of the error budget over 30 d · exhausted in 4 h at the rate of the last hour/)
    expect(level).toHaveTextContent('Page at 14.4× over 1 h and 5 min: reached')
    expect(level).toHaveTextContent('Set: availability and the window by this model’s policy.')
    await waitFor(() => expect(screen.getByRole('group', { name: 'Now' })).toHaveTextContent(/11 % of the error budget\s?exhausted in 4 h/), slow)
    // Nobody else serves.
    expect(screen.queryByRole('region', { name: /^Champion against/ })).not.toBeInTheDocument()
  })

  it('compares the challenger with the champion in words, and judges latency by p95', async () => {
    renderPage('/models/mlflow/claim-fraud/serving?refresh=off', demo)
    const canary = await panel(/^Champion against challenger/)
    const table = await within(canary).findByRole('table', { name: 'v12 against v13' }, slow)
    expect(within(table).getByRole('row', { name: /^Requests/ })).toHaveTextContent(/v13 has \d/)
    expect(canary).toHaveTextContent(/As good\. v13 serves as well as v12: errors differ by \+0\.0\d+ pp \(95 % interval/)
    const level = await panel(/^Service level/)
    await waitFor(() => expect(level).toHaveTextContent(/p95 of the last 5 min is \d+ ms, within the 150 ms of the objective/), slow)
    expect(within(level).getByRole('heading')).toHaveTextContent('99.5 % of requests do not fail, over 30 d; 95 % within 150 ms')
    expect(level).toHaveTextContent('A budget of slow requests is not supported yet')
  })

  it('says how to set an objective where there is none', async () => {
    renderPage('/models/mlflow/candidate-screening/serving?refresh=off', demo)
    const level = await panel(/^Service level/)
    await waitFor(() => expect(level).toHaveTextContent(/Not configured.*Set one in the model’s policy \(tag modeldeck\.policy\)/), slow)
  })

  it('takes the deployment’s objective, and says so', async () => {
    renderPage('/models/mlflow/candidate-screening/serving?refresh=off', demo, { policy: { slo: { availability: 0.99 } } })
    const level = await panel(/^Service level/)
    await waitFor(() => expect(level).toHaveTextContent('Set: availability by this deployment’s policy, the window by the built-in default.'), slow)
    expect(level).toHaveTextContent(/\d+ % left of the error budget/)
  })
})
