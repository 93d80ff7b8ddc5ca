import { QueryClient } from '@tanstack/react-query'
import { SourceError } from '@/ports/sourceError'

const maxRetries = 2
/** How long a source that failed is left alone before it is asked again; what is live is asked at the page's pace. */
const recoverMs = 15_000

function mayPass(error: Error | null): boolean {
  return error instanceof SourceError && error.retryable
}

function isTimeout(error: Error): boolean {
  return error instanceof SourceError && error.kind === 'timeout'
}

/** Retries only what may pass by itself, and waits as long as the server asks. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 20_000,
        gcTime: 10 * 60_000,
        refetchOnWindowFocus: true,
        // The browser's own idea of being offline says nothing of a source on loopback.
        networkMode: 'always',
        // Who has waited for a time-out has waited long enough to be told; more at once would not help a busy source.
        retry: (count, error) => count < maxRetries && mayPass(error) && !isTimeout(error),
        // A source that comes back is noticed without anybody pressing anything.
        refetchInterval: ({ state }) => (mayPass(state.error) ? recoverMs : false),
        retryDelay: (count, error) =>
          (error instanceof SourceError ? error.retryAfterMs : undefined) ?? Math.min(500 * 2 ** count, 4_000),
      },
      // A command re-reads and decides by itself; repeating it blindly could write twice.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
