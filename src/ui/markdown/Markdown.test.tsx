import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { Markdown } from './Markdown'

it('draws Markdown once its code is there', async () => {
  render(<Markdown text="# Intended use" headingLevel={2} />)
  expect(await screen.findByRole('heading', { name: 'Intended use', level: 2 })).toBeVisible()
})

it('shows a text that breaks the parser as it was written', async () => {
  const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  render(<Markdown text={`${'>'.repeat(20_000)} deep`} />)
  expect(await screen.findByText(/here it is as written/)).toBeVisible()
  expect(screen.getByText(/deep$/)).toBeVisible()
  silent.mockRestore()
})
