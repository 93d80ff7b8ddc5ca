import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from 'react-router'
import { SourcesContext, type Sources } from '@/queries/sources'
import { LatestLocationContext } from '@/ui/addressParams'
import { ClockProvider } from '@/ui/ClockProvider'
import type { Config } from './config'
import type { DemoControls } from './demo'
import { DeploymentContext } from './deployment'
import type { createAppRouter } from './router'

interface AppProps {
  config: Config
  sources: Sources
  /** `null`: real sources. */
  demo: DemoControls | null
  leaveDemo?: (() => void) | undefined
  client: QueryClient
  router: ReturnType<typeof createAppRouter>
}

export function App({ config, sources, demo, leaveDemo, client, router }: AppProps) {
  return (
    <QueryClientProvider client={client}>
      <ClockProvider clock={sources.clock}>
        <SourcesContext value={sources}>
          <DeploymentContext value={{ title: config.title ?? 'Modeldeck', demo, leaveDemo }}>
            <LatestLocationContext value={() => router.state.location}>
              <RouterProvider router={router} />
            </LatestLocationContext>
          </DeploymentContext>
        </SourcesContext>
      </ClockProvider>
    </QueryClientProvider>
  )
}
