import '@/ui/styles'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import * as z from 'zod/mini'
import { App } from '@/app/App'
import { checkConfig, ConfigError } from '@/app/config'
import { connect } from '@/app/connect'
import type { DemoControls } from '@/app/demo'
import { demoWish, leaveDemo } from '@/app/demoChoice'
import { loadConfig } from '@/app/loadConfig'
import { createAppRouter } from '@/app/router'
import { ConfigErrorPage } from '@/app/shell/ConfigErrorPage'
import { followColorScheme } from '@/ui/colorScheme'
import { createQueryClient } from '@/queries/client'
import { keepPace } from '@/queries/pace'
import type { Clock } from '@/domain/time'

// The page's policy forbids eval, which zod would otherwise try.
z.config({ jitless: true })
followColorScheme()
keepPace()

const systemClock: Clock = { now: () => Date.now() }

async function startDemo(wish: { seed: string | null; now: string | null }): Promise<DemoControls> {
  const { startDemo: start } = await import('@/demo/start')
  return start({ ...wish, base: document.baseURI })
}

/** A worker that an earlier demo left behind would answer for real servers. */
async function endEarlierDemo(): Promise<void> {
  if ((await navigator.serviceWorker?.getRegistrations())?.length) await (await import('@/demo/start')).stopDemo()
}

/** A load without `?demo`, so that no figure of the demo is left on screen. */
function backToSources(): void {
  leaveDemo(sessionStorage)
  location.assign(new URL('models', document.baseURI))
}

async function main(container: HTMLElement): Promise<void> {
  const root = createRoot(container)
  try {
    const deployed = await loadConfig()
    const wish = demoWish(deployed, new URLSearchParams(location.search), sessionStorage)
    const demo = wish ? await startDemo(wish) : null
    if (!demo) await endEarlierDemo()
    const config = demo ? checkConfig(demo.config) : deployed
    const sources = connect(config, demo?.clock ?? systemClock)
    root.render(
      <StrictMode>
        <App config={config} sources={sources} demo={demo} leaveDemo={demo && deployed.demo === 'allowed' ? backToSources : undefined} client={createQueryClient()} router={createAppRouter()} />
      </StrictMode>,
    )
    if (demo) void import('@/app/prefetch').then(({ prefetchEverything }) => prefetchEverything())
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    root.render(<ConfigErrorPage problems={error.problems} />)
  }
}

const container = document.getElementById('root')
if (!container) throw new Error('index.html has no element with the id "root".')
await main(container)
