import { test as base } from '../fixtures'

export { expect } from '../fixtures'

/**
 * Asking what a server can do shows as an error on the console where it cannot: MLflow without accounts has no
 * `users/current`, MLflow 2 no `server-info`.
 */
export const test = base.extend<{ questions: undefined }>({
  questions: [
    async ({ faults }, use) => {
      faults.allow(/404 .*\/(?:users\/(?:current|get)|server-info)/)
      await use(undefined)
    },
    { auto: true },
  ],
})
