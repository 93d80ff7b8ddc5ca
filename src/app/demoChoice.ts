import type { Config } from './config'

const key = 'modeldeck.demo'

/** What the address asks of the demo's world. */
export interface DemoWish {
  seed: string | null
  now: string | null
}

/**
 * Whether this tab shows the demo: always where the deployment is the demo, and where it is allowed once
 * `?demo` asked for it. `null`: real sources. A deployment that says nothing never shows invented numbers.
 */
export function demoWish(config: Config, params: URLSearchParams, tab: Storage): DemoWish | null {
  const asked = params.has('demo')
  if (config.demo === 'allowed' && asked) tab.setItem(key, 'on')
  const wanted = config.demo === 'only' || (config.demo === 'allowed' && tab.getItem(key) === 'on')
  return wanted ? { seed: params.get('seed'), now: params.get('now') } : null
}

/** Ends the demo in this tab; the caller reloads without `?demo`. */
export function leaveDemo(tab: Storage): void {
  tab.removeItem(key)
}
