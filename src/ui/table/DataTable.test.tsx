import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Column, Sort } from './column'
import { DataTable, type DataTableProps } from './DataTable'

interface Model {
  name: string
  p95: number
}
const rows: Model[] = [
  { name: 'a', p95: 84 },
  { name: 'b', p95: 310 },
  { name: 'c', p95: 12 },
]
const columns: Column<Model>[] = [
  { id: 'name', header: 'Model', width: 160, rowHeader: true, sortKey: 'name', cell: (row) => <a href={`#${row.name}`}>{row.name}</a> },
  { id: 'p95', header: 'p95', unit: 'ms', width: 80, numeric: true, sortKey: 'p95', sortDescendingFirst: true, priority: 2, cell: (row) => row.p95 },
]

const header = () => screen.getByRole('columnheader', { name: /p95/ })

function Models(props: Partial<DataTableProps<Model>>) {
  const [sort, setSort] = useState<Sort | null>(null)
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set())
  return (
    <DataTable
      name="Models"
      columns={columns}
      rows={rows}
      rowKey={({ name }) => name}
      rowName={({ name }) => name}
      sort={sort}
      onSort={setSort}
      selection={selection}
      onSelection={setSelection}
      {...props}
    />
  )
}

afterEach(() => vi.restoreAllMocks())

describe('DataTable', () => {
  it('is a table with a row a model, named by its header cell', () => {
    render(<Models detail={({ name }) => (name === 'a' ? 'Errors rose.' : null)} />)
    const table = screen.getByRole('table', { name: 'Models' })
    expect(within(table).getAllByRole('row')).toHaveLength(4)
    expect(screen.getByRole('rowheader', { name: /a Errors rose/ })).toBeVisible()
    expect(table).toHaveAttribute('aria-rowcount', '4')
  })

  it('sorts by a press on a header, and says how', async () => {
    render(<Models />)
    expect(header()).not.toHaveAttribute('aria-sort')
    await userEvent.click(within(header()).getByRole('button'))
    expect(header()).toHaveAttribute('aria-sort', 'descending')
    await userEvent.click(within(header()).getByRole('button'))
    expect(header()).toHaveAttribute('aria-sort', 'ascending')
  })

  it('chooses rows, one and all', async () => {
    render(<Models />)
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select b' }))
    const all = screen.getByRole('checkbox', { name: 'Select all' })
    expect(all).toBePartiallyChecked()
    await userEvent.click(all)
    expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(4)
  })

  it('moves between rows by arrows and opens by Enter', async () => {
    const onOpen = vi.fn<(row: Model) => void>()
    render(<Models onOpen={onOpen} />)
    screen.getByRole('link', { name: 'a' }).focus()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toHaveAttribute('aria-rowindex', '4')
    await userEvent.keyboard('{ArrowUp}{Enter}')
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[1])
    await userEvent.keyboard(' ')
    expect(screen.getByRole('checkbox', { name: 'Select b' })).toBeChecked()
  })

  it('opens by a click beside the controls, not on them', async () => {
    const onOpen = vi.fn<(row: Model) => void>()
    render(<Models onOpen={onOpen} />)
    await userEvent.click(screen.getByRole('link', { name: 'a' }))
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select a' }))
    expect(onOpen).not.toHaveBeenCalled()
    await userEvent.click(screen.getByText('84'))
    expect(onOpen).toHaveBeenCalledExactlyOnceWith(rows[0])
  })

  it('keeps what has no room one tap away', async () => {
    vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(240)
    render(<Models />)
    expect(screen.queryByRole('columnheader', { name: /p95/ })).toBeNull()
    const button = screen.getByRole('button', { name: 'Details of b' })
    await userEvent.click(button)
    expect(button).toHaveAttribute('aria-expanded', 'true')
    expect(screen.getByText('p95 ms')).toBeVisible()
    expect(screen.getByText('310')).toBeVisible()
  })

  it('draws only what is on screen of many rows, and counts them all', async () => {
    vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
    vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(41)
    const many = Array.from({ length: 5000 }, (_, i) => ({ name: `m${i}`, p95: i }))
    render(<Models rows={many} />)
    await waitFor(() => expect(screen.getAllByRole('row').length).toBeGreaterThan(10))
    const drawn = screen.getAllByRole('row')
    expect(drawn.length).toBeLessThan(100)
    expect(screen.getByRole('table')).toHaveAttribute('aria-rowcount', '5001')
  })

  it('says so when there is nothing', () => {
    render(<Models rows={[]} empty="No model matches" />)
    expect(screen.getByRole('cell')).toHaveTextContent('No model matches')
  })
})
