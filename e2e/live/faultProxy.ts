import { once } from 'node:events'
import { createServer, request as send } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What can go wrong with one request between a client and its server. */
export const faults = [
  'no connection before it is sent',
  'no connection after the server acted',
  'no permission (403)',
  'conflict (409)',
  'server error (500)',
  'malformed answer',
  'tab closed before it is sent',
  'tab closed after the server acted',
] as const
export type Fault = (typeof faults)[number]

/** What happens on one line: the `at`-th request fails; `on`: and no later one gets through. */
export interface Plan {
  at: number
  fault: Fault
  spread: 'once' | 'on'
  /** Called where the tab is closed. */
  close: () => void
}

/** One client's way to the server. */
export interface Line {
  /** The address that stands for the server's. */
  url: string
  /** Requests so far, as `METHOD path`. */
  readonly requests: readonly string[]
}

/**
 * An HTTP proxy on loopback in front of one server. Each client has a line of its own, and on each line one
 * request fails in one way; bytes pass unchanged otherwise.
 */
export async function startFaultProxy(target: string) {
  const lines = new Map<string, { plan: Plan; requests: string[] }>()
  const server = createServer((request, response) => void serve(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  const base = `http://127.0.0.1:${address.port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, id = '', path = '/'] = /^\/([^/]+)(\/.*)$/.exec(request.url ?? '') ?? []
    const line = lines.get(id)
    if (line === undefined) return void response.writeHead(404).end()
    const { plan, requests } = line
    requests.push(`${request.method ?? ''} ${path}`)
    const body = Buffer.concat(await request.toArray())
    const forward = () => ask(target, request, path, body)
    const isIt = requests.length === plan.at
    if (requests.length < plan.at || (!isIt && plan.spread === 'once')) return pass(response, await forward())
    if (!isIt) return void response.destroy()
    switch (plan.fault) {
      case 'no connection before it is sent':
        return void response.destroy()
      case 'no connection after the server acted':
        await forward()
        return void response.destroy()
      // As MLflow says it, whose sign-in answers in HTML.
      case 'no permission (403)':
        return void response.writeHead(403, { 'Content-Type': 'text/html; charset=utf-8' }).end('Permission denied')
      case 'conflict (409)':
        return error(response, 409, 'RESOURCE_CONFLICT')
      case 'server error (500)':
        return error(response, 500, 'INTERNAL_ERROR')
      case 'malformed answer': {
        const { status, headers, body: whole } = await forward()
        const half = whole.subarray(0, Math.max(1, whole.length >> 1))
        return pass(response, { status, headers: { ...headers, 'content-length': String(half.length) }, body: half })
      }
      case 'tab closed before it is sent':
        plan.close()
        return void response.destroy()
      case 'tab closed after the server acted':
        await forward()
        plan.close()
        return void response.destroy()
    }
  }

  return {
    /** A line for one client. */
    open(id: string, plan: Plan): Line {
      const requests: string[] = []
      lines.set(id, { plan, requests })
      return { url: `${base}/${id}`, requests }
    },
    async stop(): Promise<void> {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

interface Answer {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

function ask(target: string, { method, headers }: IncomingMessage, path: string, body: Buffer): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = send(target + path, { method: method ?? 'GET', headers: { ...headers, host: new URL(target).host } }, (incoming) => {
      incoming.toArray().then(
        (chunks) => resolve({ status: incoming.statusCode ?? 502, headers: incoming.headers, body: Buffer.concat(chunks) }),
        reject,
      )
    })
    outgoing.on('error', reject).end(body)
  })
}

function pass(response: ServerResponse, { status, headers, body }: Answer): void {
  const kept = Object.fromEntries(Object.entries(headers).filter(([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name)))
  response.writeHead(status, kept).end(body)
}

function error(response: ServerResponse, status: number, code: string): void {
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ error_code: code, message: 'made up by the proxy' }))
}
