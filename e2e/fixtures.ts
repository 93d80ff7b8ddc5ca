import { AxeBuilder } from '@axe-core/playwright'
import { test as base, expect } from '@playwright/test'
import type { Page } from '@playwright/test'

export { expect }

/** What a page did wrong without showing it. A test fails when anything is left at its end. */
export class Faults {
  readonly #seen: string[] = []
  readonly #allowed: RegExp[] = []

  add(fault: string): void {
    this.#seen.push(fault)
  }

  /** For a test that breaks something on purpose: errors like this one are part of it. Never a CSP violation. */
  allow(pattern: RegExp): void {
    this.#allowed.push(pattern)
  }

  get left(): string[] {
    return this.#seen.filter((fault) => isPolicyFault(fault) || !this.#allowed.some((pattern) => pattern.test(fault)))
  }

  get policyViolations(): string[] {
    return this.#seen.filter(isPolicyFault)
  }
}

function isPolicyFault(fault: string): boolean {
  return /content security policy/i.test(fault)
}

/**
 * Playwright's test in which every page is watched: an uncaught error, an error on the console or a violation
 * of the Content-Security-Policy fails it.
 */
export const test = base.extend<{ faults: Faults }>({
  faults: [
    async ({ context }, use) => {
      const faults = new Faults()
      // msw asks for a newer worker at each start and does not wait for the answer: a page that is left meanwhile
      // has nobody to catch its failure.
      faults.allow(/Failed to update a ServiceWorker/)
      context.on('weberror', (error) => faults.add(`uncaught: ${error.error().stack ?? error.error().message}`))
      context.on('console', (message) => {
        if (message.type() === 'error') faults.add(`console: ${message.text()} (${message.location().url})`)
      })
      await context.addInitScript(() => {
        addEventListener('securitypolicyviolation', (event) => {
          // oxlint-disable-next-line no-console -- runs in the page, where the console is what the test reads
          console.error(`Content Security Policy: ${event.violatedDirective} blocked ${event.blockedURI}`)
        })
      })
      await use(faults)
      expect(faults.policyViolations, 'violations of the Content-Security-Policy').toEqual([])
      expect(faults.left, 'errors that the page did not show').toEqual([])
    },
    { auto: true },
  ],
})

/** The world that tests look at unless they ask for another. */
export const demoWorld = { seed: '1', now: '2026-03-02T09:30:00Z' }

/** Opens an address of the demo in a fixed world, and waits until it has content. */
export async function openDemo(page: Page, address = '/models', world = demoWorld): Promise<void> {
  const url = new URL(address, 'http://any')
  for (const [key, value] of Object.entries(world)) url.searchParams.set(key, value)
  await page.goto(url.pathname + url.search)
  await expect(page.getByRole('main')).toBeVisible()
  await expect(page.getByText('Loading', { exact: true })).toHaveCount(0, { timeout: 45_000 })
}

/** What axe finds wrong, in its own words; `colours` asks only what another theme can change. */
export async function violations(page: Page, within?: string, rules: 'all' | 'colours' = 'all'): Promise<string[]> {
  // The app has no frames: nothing is lost by not opening a page for each one's answer.
  let axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] })
  if (within !== undefined) axe = axe.include(within)
  if (rules === 'colours') axe = axe.withRules(['color-contrast', 'link-in-text-block'])
  const found = await axe.analyze()
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map((node) => `  ${node.html}\n  ${node.failureSummary}`).join('\n')}`)
}

/** Fails with axe's own words if the page breaks a rule of accessibility, in either theme. */
export async function expectAccessible(page: Page, within?: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await expect(page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`)).toHaveCount(1)
    expect(await violations(page, within, colorScheme === 'light' ? 'all' : 'colours'), `axe, ${colorScheme}`).toEqual([])
  }
}

/** Counts the requests that a page makes from now on. */
export function countRequests(page: Page, address: RegExp): { readonly urls: readonly string[] } {
  const urls: string[] = []
  page.on('request', (request) => {
    if (address.test(request.url())) urls.push(`${request.method()} ${request.url()}`)
  })
  return { urls }
}
