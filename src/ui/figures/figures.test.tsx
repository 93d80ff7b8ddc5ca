import { act, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { StatusBadge } from '@/ui/badges/StatusBadge'
import { ClockProvider } from '@/ui/ClockProvider'
import { Absent } from './Absent'
import { Delta } from './Delta'
import { Figure } from './Figure'
import { Timestamp } from './Timestamp'

afterEach(() => vi.useRealTimers())

describe('figures', () => {
  it('says why there is no value, to the keyboard too', async () => {
    render(<Absent reason="No run logged F1." />)
    await userEvent.tab()
    expect(screen.getByRole('button', { name: 'No value' })).toHaveFocus()
    expect(screen.getByRole('button')).toHaveAccessibleDescription('No run logged F1.')
  })

  it('shows a value with its unit and the cases behind it', () => {
    render(<Figure value={84} unit="ms" samples={1840} />)
    expect(screen.getByText('84')).toBeVisible()
    expect(document.body).toHaveTextContent('84 ms n = 1 840')
  })

  it('never shows a missing value as zero', () => {
    render(<Figure value={null} unit="ms" absent="No traffic." />)
    expect(document.body).not.toHaveTextContent('0')
    expect(screen.getByRole('button')).toHaveAccessibleDescription('No traffic.')
  })

  it('says a change in words', () => {
    render(<Delta difference={-0.036} metric="f1" better="higher" against="against version 11" />)
    expect(screen.getByText('down 0.036, worse against version 11')).toBeInTheDocument()
  })

  it('says a status as a word with its reason', () => {
    render(<StatusBadge status="at-risk" reason="Recall fell" />)
    expect(document.body).toHaveTextContent('At risk: Recall fell')
  })

  it('keeps a relative time true as time passes', () => {
    vi.useFakeTimers()
    const at = Date.now() - 2 * 60_000
    render(
      <ClockProvider clock={{ now: () => Date.now() }}>
        <Timestamp at={at} />
      </ClockProvider>,
    )
    expect(screen.getByText('2 min ago')).toHaveAttribute('datetime', new Date(at).toISOString())
    act(() => {
      vi.advanceTimersByTime(61_000)
    })
    expect(screen.getByText('3 min ago')).toBeVisible()
    expect(screen.getByRole('button')).toHaveAccessibleDescription(expect.stringContaining('UTC'))
  })
})
