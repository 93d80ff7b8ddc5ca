import { fireEvent, render, screen } from '@testing-library/react'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { expect, it } from 'vitest'
import { LatestLocationContext, useAddressParams } from './addressParams'

function Two() {
  const [params, change] = useAddressParams()
  const both = () => {
    change((after) => after.set('range', '7d'), { step: true, state: 'zoomed' })
    change((after) => after.set('refresh', 'off'))
  }
  return <button onClick={both}>{params.toString()}</button>
}

it('a change builds on one that is not drawn yet, and keeps what its step holds', async () => {
  const router = createMemoryRouter([{ path: '/models', element: <Two /> }], { initialEntries: ['/models?demo='] })
  render(
    <LatestLocationContext value={() => router.state.location}>
      <RouterProvider router={router} />
    </LatestLocationContext>,
  )
  fireEvent.click(screen.getByRole('button'))
  expect(await screen.findByText('demo=&range=7d&refresh=off')).toBeVisible()
  expect(router.state.location.state).toBe('zoomed')
  await router.navigate(-1)
  expect(await screen.findByText('demo=')).toBeVisible()
})
