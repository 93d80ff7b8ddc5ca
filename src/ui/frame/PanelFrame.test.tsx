import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { minuteMs } from '@/domain/time'
import { SourceError, type SourceErrorKind } from '@/ports/sourceError'
import { ClockProvider } from '@/ui/ClockProvider'
import type { Loadable } from './loadable'
import { PanelFrame, type PanelFrameProps } from './PanelFrame'

const clock = { now: () => Date.now() }
const failure = (kind: SourceErrorKind) =>
  new SourceError({ source: 'prometheus', kind, message: 'No answer within 10 s.', advice: 'Check that it runs.' })
const loaded: Loadable<string> = {
  data: 'the data',
  error: null,
  isPending: false,
  isFetching: false,
  dataUpdatedAt: Date.now(),
  refetch: () => undefined,
}
const missing = { ...loaded, data: undefined, dataUpdatedAt: 0 }

function panel(props: Partial<PanelFrameProps<string>>): ReactNode {
  return (
    <ClockProvider clock={clock}>
      <PanelFrame title="Error rate" state={loaded} minHeight={100} {...props}>
        {(data) => <p>{data}</p>}
      </PanelFrame>
    </ClockProvider>
  )
}
const region = () => screen.getByRole('region', { name: 'Error rate' })

function broken(state: Loadable<string>): ReactNode {
  return (
    <ClockProvider clock={clock}>
      <PanelFrame title="Error rate" state={state} minHeight={1}>
        {(data) => {
          if (data === 'bad') throw new Error('points is not iterable')
          return data
        }}
      </PanelFrame>
      <p>the rest</p>
    </ClockProvider>
  )
}

describe('PanelFrame', () => {
  it.each<[string, Partial<PanelFrameProps<string>>]>([
    ['Loading', { state: { ...missing, isPending: true, isFetching: true } }],
    ['Nothing here yet', { isEmpty: () => true }],
    ['Not configured', { notConfigured: 'Add a source.' }],
    ['Not supported by Prometheus', { notSupported: { source: 'Prometheus', reason: 'It has no labels.' } }],
    ['No permission', { state: { ...missing, error: failure('denied') } }],
    ['Failed', { state: { ...missing, error: failure('unreachable') } }],
  ])('%s has its own words and shows no data', (words, props) => {
    render(panel(props))
    expect(region()).toHaveTextContent(words)
    expect(region()).not.toHaveTextContent('the data')
  })

  it('says what failed, where, why and what to do, and tries again', async () => {
    const refetch = vi.fn<() => void>()
    render(panel({ state: { ...missing, error: failure('unreachable'), refetch } }))
    expect(region()).toHaveTextContent(/Failed · prometheus.*No answer within 10 s\..*Check that it runs\..*missing since/)
    await userEvent.click(within(region()).getByRole('button', { name: 'Retry' }))
    expect(refetch).toHaveBeenCalledOnce()
  })

  it('keeps what last worked, marked stale with its time', () => {
    const dataUpdatedAt = Date.now() - 11 * minuteMs
    render(panel({ state: { ...loaded, dataUpdatedAt, error: failure('timeout') } }))
    expect(region()).toHaveTextContent(/Stale since .*prometheus No answer within 10 s\./)
    expect(region()).toHaveTextContent('the data')
    const time = region().querySelector('time')
    expect(Math.abs(Date.parse(time?.dateTime ?? '') - dataUpdatedAt)).toBeLessThan(2000)
  })

  it('says that there was nothing when it last answered, instead of drawing nothing', () => {
    const asked = { source: 'prometheus', kind: 'server', advice: 'Try again.' } as const
    const error = new SourceError({ ...asked, message: 'Prometheus answered with 500: no space left' })
    render(panel({ state: { ...loaded, error }, isEmpty: () => true, emptyText: 'No requests in this range.' }))
    expect(region()).toHaveTextContent(/Stale since .*no space left\. Try again\..*Nothing here yet.*No requests in this range\./)
    expect(region()).not.toHaveTextContent('the data')
  })

  it('stays failed while it is tried again, and then shows the data', () => {
    const { rerender } = render(panel({ state: { ...missing, error: failure('unreachable') } }))
    rerender(panel({ state: { ...missing, isPending: true, isFetching: true } }))
    expect(region()).toHaveTextContent('Failed')
    expect(within(region()).getByRole('button', { name: 'Retry' })).toBeDisabled()
    rerender(panel({}))
    expect(region()).toHaveTextContent('the data')
    rerender(panel({ state: { ...missing, isPending: true, isFetching: true } }))
    expect(region()).toHaveTextContent('Loading')
  })

  it('shows the same data as a table, and the query', async () => {
    render(panel({ tableView: (data) => <table aria-label={data} />, queryText: 'rate(x[5m])' }))
    const button = screen.getByRole('button', { name: 'Show as table' })
    await userEvent.click(button)
    expect(button).toHaveAttribute('aria-pressed', 'true')
    expect(screen.getByRole('table', { name: 'the data' })).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show the query' }))
    expect(screen.getByText('rate(x[5m])')).toBeVisible()
  })

  it('copies a link to itself', async () => {
    const user = userEvent.setup()
    render(panel({}))
    await user.click(screen.getByRole('button', { name: 'Copy link' }))
    expect(await navigator.clipboard.readText()).toBe(`${window.location.href}#error-rate`)
    expect(region()).toHaveTextContent('Link copied')
  })

  it('keeps a fault in drawing to itself and draws again with new data', () => {
    const silent = vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { rerender } = render(broken({ ...loaded, data: 'bad' }))
    expect(screen.getByRole('alert')).toHaveTextContent('points is not iterable')
    expect(screen.getByText('the rest')).toBeVisible()
    rerender(broken({ ...loaded, data: 'good' }))
    expect(region()).toHaveTextContent('good')
    silent.mockRestore()
  })
})
