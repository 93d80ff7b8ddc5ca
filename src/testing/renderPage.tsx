import { render } from '@testing-library/react'
import { setupServer } from 'msw/node'
import { createMemoryRouter, RouterProvider } from 'react-router'
import { QueryClientProvider } from '@tanstack/react-query'
import { afterAll, afterEach, beforeAll, beforeEach, onTestFinished } from 'vitest'
import { checkConfig } from '@/app/config'
import { connect } from '@/app/connect'
import { routes } from '@/app/router'
import type { Fault, ServerKind } from '@/demo/servers/faults'
import { worldHandlers } from '@/demo/servers/worldHandlers'
import { createWorld, type World } from '@/demo/world/world'
import { createQueryClient } from '@/queries/client'
import { keepPace } from '@/queries/pace'
import { SourcesContext } from '@/queries/sources'
import { LatestLocationContext } from '@/ui/addressParams'
import { ClockProvider } from '@/ui/ClockProvider'

keepPace()

const origin = 'http://demo.test'
/** A Tuesday noon, in UTC. */
export const testNow = Date.parse('2026-11-24T12:00:00Z')

/** What a page test holds of the simulated company. */
export interface DemoWorld {
  readonly world: World
  /** Breaks a server, or mends it. */
  setFault(server: ServerKind, fault: Fault | null): void
  /** Every request so far, `GET /mlflow/api/…`, and `answered …` when its answer was there. */
  readonly requests: readonly string[]
}

/**
 * Lets the demo's servers answer the tests of this file, over a fresh world each. Call once, at the top.
 * The fake is the server, so the page runs with the adapters of production.
 */
export function useDemoWorld(): DemoWorld {
  const server = setupServer()
  const faults: Partial<Record<ServerKind, Fault>> = {}
  const requests: string[] = []
  let world = freshWorld()
  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
  beforeEach(() => {
    requests.length = 0
    delete faults.mlflow
    delete faults.prometheus
    delete faults.alertmanager
    world = freshWorld()
    const addresses = { mlflow: `${origin}/mlflow`, prometheus: `${origin}/prometheus`, alertmanager: `${origin}/alertmanager` }
    server.resetHandlers(...worldHandlers(world, addresses, (kind) => faults[kind] ?? null))
  })
  afterEach(() => server.resetHandlers())
  afterAll(() => server.close())
  server.events.on('request:start', ({ request }) => {
    requests.push(`${request.method} ${request.url.slice(origin.length)}`)
  })
  server.events.on('response:mocked', ({ request }) => {
    requests.push(`answered ${request.url.slice(origin.length)}`)
  })
  return {
    get world() {
      return world
    },
    setFault(kind, fault) {
      if (fault === null) delete faults[kind]
      else faults[kind] = fault
    },
    requests,
  }
}

function freshWorld(): World {
  return createWorld({ seed: 'test', now: testNow, realNow: () => testNow })
}

/** Renders the app at an address, connected to the demo's servers. */
export function renderPage(address: string, demo: DemoWorld, config: Record<string, unknown> = {}) {
  const sources = connect(
    checkConfig({
      sources: [
        { id: 'mlflow', type: 'mlflow', url: `${origin}/mlflow` },
        { id: 'prometheus', type: 'prometheus', url: `${origin}/prometheus` },
        { id: 'alertmanager', type: 'alertmanager', url: `${origin}/alertmanager` },
      ],
      ...config,
    }),
    { now: () => demo.world.clock.now() },
  )
  const client = createQueryClient()
  // What is asked again would be asked of the next test's servers.
  onTestFinished(() => client.cancelQueries())
  const router = createMemoryRouter(routes, { initialEntries: [address] })
  const page = render(
    <QueryClientProvider client={client}>
      <ClockProvider clock={sources.clock}>
        <SourcesContext value={sources}>
          <LatestLocationContext value={() => router.state.location}>
            <RouterProvider router={router} />
          </LatestLocationContext>
        </SourcesContext>
      </ClockProvider>
    </QueryClientProvider>,
  )
  return { ...page, router }
}
