/** One request and its answer, as text, without the server's address. */
export interface Exchange {
  /** `POST /api/v1/query`, with the query string of a GET. */
  request: string
  /** The form, in the order that it was sent. */
  form: Readonly<Record<string, string | undefined>>
  status: number
  contentType: string
  body: string
}

type Fetch = typeof globalThis.fetch

/** A fetch that keeps every exchange with one server, each request once. */
export function recordingFetch(baseUrl: string): { fetch: Fetch; exchanges: () => Exchange[] } {
  const exchanges = new Map<string, Exchange>()
  return {
    async fetch(input, init) {
      const response = await globalThis.fetch(input, init)
      const asked = describeRequest(input, init, baseUrl)
      const exchange = {
        ...asked,
        status: response.status,
        contentType: response.headers.get('Content-Type') ?? '',
        body: await response.clone().text(),
      }
      exchanges.set(JSON.stringify(asked), exchange)
      return response
    },
    exchanges: () => [...exchanges].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, exchange]) => exchange),
  }
}

/** A fetch that answers from a recording, and fails where the recording has no answer. */
export function replayFetch(exchanges: readonly Exchange[], baseUrl: string): Fetch {
  const known = new Map(exchanges.map(({ request, form, ...answer }) => [JSON.stringify({ request, form }), answer]))
  return (input, init) => {
    if (init?.signal?.aborted) return Promise.reject(new DOMException('Aborted', 'AbortError'))
    const asked = describeRequest(input, init, baseUrl)
    const answer = known.get(JSON.stringify(asked))
    if (answer) {
      const { status, contentType, body } = answer
      return Promise.resolve(new Response(body, { status, headers: { 'Content-Type': contentType } }))
    }
    return Promise.reject(new Error(`Not recorded: ${JSON.stringify(asked)}. Renew the recording.`))
  }
}

function describeRequest(input: RequestInfo | URL, init: RequestInit | undefined, baseUrl: string) {
  const url = input instanceof Request ? input.url : String(input)
  const body = typeof init?.body === 'string' ? init.body : ''
  return {
    request: `${init?.method ?? 'GET'} ${url.slice(baseUrl.length)}`,
    form: Object.fromEntries(new URLSearchParams(body)),
  }
}
