import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Popover } from './Popover'

it('names its button and its panel, and draws the panel only while it is open', () => {
  render(
    <Popover title="Columns" button="Choose columns">
      {() => <p>Inside</p>}
    </Popover>,
  )
  expect(screen.getByRole('button', { name: 'Choose columns' })).toHaveAttribute('aria-expanded', 'false')
  expect(screen.queryByText('Inside')).not.toBeInTheDocument()
})
