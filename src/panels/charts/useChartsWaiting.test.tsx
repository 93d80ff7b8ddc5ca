import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { useChartsWaiting } from './useChartsWaiting'

function Page({ ask }: { ask: () => Promise<number> }) {
  const { refetch } = useQuery({ queryKey: ['monitoring', 'prometheus', 'series'], queryFn: ask, retry: false })
  return <button onClick={() => void refetch()}>{useChartsWaiting() ? 'waiting' : 'told'}</button>
}

it.each([
  ['an answer', () => Promise.resolve(1)],
  ['a failure', () => Promise.reject<number>(new Error('no'))],
])('waits for the first word of a chart, be it %s', async (_, first) => {
  const never = new Promise<number>(() => undefined)
  const ask = vi.fn<() => Promise<number>>().mockImplementationOnce(() => first()).mockReturnValue(never)
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Page ask={ask} />
    </QueryClientProvider>,
  )
  expect(screen.getByRole('button')).toHaveTextContent('waiting')
  await userEvent.click(await screen.findByRole('button', { name: 'told' }))
  expect(ask).toHaveBeenCalledTimes(2)
  expect(screen.getByRole('button')).toHaveTextContent('told')
})
