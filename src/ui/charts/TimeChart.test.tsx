import { fireEvent, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { Sample, SeriesSet } from '@/domain/series'
import { ChartTable } from './ChartTable'
import { TimeChart, type TimeChartProps } from './TimeChart'

const ref = { source: 'mlflow', name: 'fraud' }
const from = Date.UTC(2026, 10, 24, 10)
const line = (version: string, values: (number | null)[]) => ({
  subject: { ref, version, labels: {} },
  samples: values.map((value, i): Sample => [from + i * 60_000, value]),
})
const set: SeriesSet = {
  unit: 'ms',
  from,
  to: from + 3 * 60_000,
  stepMs: 60_000,
  query: 'q',
  notes: [],
  series: [line('12', [84, 85, null, 90]), line('13', [null, 70, 71, 72])],
}
const layers = [{ set }]
const chart = (props: Partial<TimeChartProps> = {}) => <TimeChart measure="Latency" layers={layers} champion="12" {...props} />
const drag = (to: number) => {
  fireEvent.pointerDown(cursor(), { button: 0, buttons: 1, clientX: 52, pointerType: 'mouse' })
  fireEvent.pointerMove(cursor(), { buttons: 1, clientX: to })
  fireEvent.pointerUp(cursor())
}
const cursor = (name = 'Latency: point in time') => screen.getByRole('slider', { name })

describe('TimeChart', () => {
  it('is a figure named by its measure that says what it shows', () => {
    render(chart({ thresholds: [{ value: 250, label: 'SLO' }], markers: [{ at: from, label: 'v13', words: 'Version 13 promoted' }] }))
    const figure = screen.getByRole('figure', { name: 'Latency' })
    expect(figure).toHaveTextContent('v12: Last 90 ms, between 84 ms and 90 ms.')
    expect(figure).toHaveTextContent('SLO: 250 ms')
    expect(figure).toHaveTextContent('Version 13 promoted')
  })

  it('draws a line a version, broken at the gap', () => {
    const { container } = render(chart())
    const paths = [...container.querySelectorAll('path[data-line]')].map((path) => path.getAttribute('d') ?? '')
    expect(paths).toHaveLength(2)
    // The champion lies on top: it is the last one. Its value after the gap stands alone.
    expect(paths.at(-1)?.match(/[ML]/g)).toEqual(['M', 'L'])
    expect(container.querySelectorAll('[data-line="v12"] ~ circle')).toHaveLength(1)
  })

  it('turns lines off and on by their buttons in the legend', async () => {
    const { container } = render(chart())
    const button = within(screen.getByRole('list', { name: 'Legend' })).getByRole('button', { name: /v13/ })
    expect(button).toHaveAttribute('aria-pressed', 'true')
    await userEvent.click(button)
    expect(button).toHaveAttribute('aria-pressed', 'false')
    expect(screen.getByRole('figure')).toHaveTextContent('v13: off, by its button in the legend.')
    expect([...container.querySelectorAll('path[data-line]')].filter((path) => path.getAttribute('d'))).toHaveLength(1)
  })

  it('reads out all lines where the keyboard points', () => {
    render(chart())
    fireEvent.keyDown(cursor(), { key: 'Home' })
    expect(cursor()).toHaveAttribute('aria-valuetext', expect.stringContaining('v12 84 ms, v13 no value'))
    fireEvent.keyDown(cursor(), { key: 'ArrowRight' })
    expect(cursor()).toHaveAttribute('aria-valuetext', expect.stringContaining('v12 85 ms, v13 70 ms'))
    expect(cursor()).toHaveAttribute('aria-valuenow', '1')
    fireEvent.keyDown(cursor(), { key: 'Escape' })
    expect(cursor()).toHaveAttribute('aria-valuenow', '3')
  })

  it('moves the cursor of all charts with its sync id, and of no other', () => {
    render(
      <>
        {chart({ syncId: 'a' })}
        {chart({ syncId: 'a', measure: 'Errors' })}
        {chart({ measure: 'Alone' })}
      </>,
    )
    fireEvent.keyDown(cursor(), { key: 'Home' })
    expect(cursor('Errors: point in time')).toHaveAttribute('aria-valuenow', '0')
    expect(cursor('Alone: point in time')).toHaveAttribute('aria-valuenow', '3')
    fireEvent.keyDown(cursor(), { key: 'Escape' })
  })

  it('zooms to what Shift and the arrows chose, on Enter', () => {
    const onZoom = vi.fn<(from: number, to: number) => void>()
    render(chart({ onZoom }))
    fireEvent.keyDown(cursor(), { key: 'Home' })
    fireEvent.keyDown(cursor(), { key: 'ArrowRight' })
    fireEvent.keyDown(cursor(), { key: 'ArrowRight', shiftKey: true })
    fireEvent.keyDown(cursor(), { key: 'Enter' })
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(from + 60_000, from + 120_000)
  })

  it('zooms to what was dragged over; a click is no drag', () => {
    const onZoom = vi.fn<(from: number, to: number) => void>()
    render(chart({ onZoom }))
    drag(54)
    expect(onZoom).not.toHaveBeenCalled()
    drag(338)
    expect(onZoom).toHaveBeenCalledExactlyOnceWith(from, from + 90_000)
  })
})

it('says its times in UTC where that is chosen', () => {
  localStorage.setItem('modeldeck.time-zone', 'UTC')
  render(
    <>
      {chart()}
      <ChartTable measure="Latency" layers={layers} />
    </>,
  )
  expect(screen.getByRole('figure')).toHaveTextContent('From 24 Nov 2026, 10:00:00 UTC to 24 Nov 2026, 10:03:00 UTC.')
  expect(screen.getByRole('rowheader', { name: '24 Nov 2026, 10:02:00 UTC' })).toBeInTheDocument()
  localStorage.clear()
})

it('ChartTable shows the samples, newest first, gaps as dashes', () => {
  render(<ChartTable measure="Latency" layers={layers} />)
  const cells = within(screen.getByRole('table', { name: 'Latency' }))
    .getAllByRole('row')
    .map((row) => within(row).queryAllByRole('cell').map((cell) => cell.textContent))
  expect(cells).toEqual([[], ['90 ms', '72 ms'], ['–', '71 ms'], ['85 ms', '70 ms'], ['84 ms', '–']])
})
