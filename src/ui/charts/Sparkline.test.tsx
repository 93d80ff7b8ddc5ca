import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { Sparkline } from './Sparkline'

it('is a picture in words', () => {
  render(<Sparkline samples={[[0, 1], [1, null], [2, 3]]} unit="per_second" label="Requests, 24 h" />)
  expect(screen.getByRole('img', { name: /^Requests, 24 h: 3\.0 \/s last, .*1 gap$/ })).toBeVisible()
})

it('draws no ground under nothing: that would look like zero', () => {
  render(<Sparkline samples={[[0, null], [1, null]]} unit="per_second" label="Requests, 24 h" />)
  expect(screen.queryByRole('img')).not.toBeInTheDocument()
  expect(document.body).toHaveTextContent('No value')
})
