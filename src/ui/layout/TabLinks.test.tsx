import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { TabLinks } from './TabLinks'

it('links to the parts of a page, marks the present one and keeps the demo', () => {
  render(
    <MemoryRouter initialEntries={['/m/quality?demo&range=7d&q=x']}>
      <TabLinks
        label="claim-fraud"
        tabs={[
          { to: '/m', label: 'Versions', end: true },
          { to: '/m/quality', label: 'Quality' },
        ]}
      />
    </MemoryRouter>,
  )
  expect(screen.getByRole('navigation', { name: 'claim-fraud' })).toBeVisible()
  expect(screen.getByRole('link', { current: 'page' })).toHaveTextContent('Quality')
  const href = screen.getByRole('link', { name: 'Versions' }).getAttribute('href')
  expect(href).toContain('range=7d')
  expect(href).not.toContain('q=x')
})
