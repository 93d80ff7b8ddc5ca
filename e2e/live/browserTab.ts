/** The fetch of a page that may be closed: what it waits for then never comes, and it sends nothing more. */
export interface BrowserTab {
  fetch: typeof fetch
  close: () => void
  /** Resolves when it is closed. */
  closed: Promise<'closed'>
}

const never = () => new Promise<never>(() => undefined)

export function openTab(): BrowserTab {
  const gone = new AbortController()
  const closed = new Promise<'closed'>((resolve) => gone.signal.addEventListener('abort', () => resolve('closed')))
  return {
    closed,
    close: () => gone.abort(),
    async fetch(input, init = {}) {
      if (gone.signal.aborted) return never()
      try {
        const signals = init.signal ? [init.signal, gone.signal] : [gone.signal]
        const answer = await fetch(input, { ...init, signal: AbortSignal.any(signals) })
        return gone.signal.aborted ? never() : answer
      } catch (error) {
        if (gone.signal.aborted) return never()
        throw error
      }
    },
  }
}

/** A tab that is closed when so many of its writes have been answered. */
export function openTabUntil(writes: number): BrowserTab {
  const tab = openTab()
  let written = 0
  return {
    ...tab,
    async fetch(input, init) {
      const answer = await tab.fetch(input, init)
      if ((init?.method ?? 'GET') !== 'GET') written += 1
      if (written < writes) return answer
      tab.close()
      return never()
    },
  }
}
