import { getResponse } from 'msw'
import { worldHandlers } from './servers/worldHandlers'
import { newSession } from './session'

export interface ServedWorld {
  /** Its paths: `/mlflow`, `/prometheus` and `/alertmanager`, as `npm run world` offers them. */
  paths: readonly string[]
  /** Answers a request to any host by its path; `null`: nothing stands there. */
  answer(request: Request): Promise<Response | null>
}

// The handlers match whole addresses; whatever name the client used for this machine, they see this one.
const origin = 'http://world.invalid'

/** The demo world behind the same handlers as in the browser, for a server to hang under HTTP. */
export function serveWorld(seed: string, now: number): ServedWorld {
  const { world } = newSession(seed, now)
  const addresses = { mlflow: `${origin}/mlflow`, prometheus: `${origin}/prometheus`, alertmanager: `${origin}/alertmanager` }
  const handlers = worldHandlers(world, addresses, () => null)
  return {
    paths: Object.keys(addresses).map((name) => `/${name}`),
    answer: async (request) => {
      const { pathname, search } = new URL(request.url)
      const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer()
      const inner = new Request(`${origin}${pathname}${search}`, { method: request.method, headers: request.headers, body })
      return (await getResponse(handlers, inner)) ?? null
    },
  }
}
