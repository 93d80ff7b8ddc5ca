import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it } from 'vitest'
import { ThemeToggle } from './ThemeToggle'

beforeEach(() => localStorage.clear())

const shown = () => document.documentElement.getAttribute('data-mantine-color-scheme')

it('goes from the system’s colours to light to dark and back, and keeps the choice', async () => {
  const user = userEvent.setup()
  render(<ThemeToggle />)
  await user.click(screen.getByRole('button', { name: 'Colours: as the system. Change to light' }))
  expect(shown()).toBe('light')
  await user.click(screen.getByRole('button', { name: 'Colours: light. Change to dark' }))
  expect(shown()).toBe('dark')
  expect(localStorage.getItem('modeldeck.colour-scheme')).toBe('dark')
  await user.click(screen.getByRole('button', { name: 'Colours: dark. Change to as the system' }))
  expect(shown()).toBe('light')
})
