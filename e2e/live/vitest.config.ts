import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Tests against real servers on loopback, which they start themselves. Not part of the ordinary run. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '@': fileURLToPath(new URL('../../src', import.meta.url)) } },
  test: {
    name: 'live',
    environment: 'node',
    include: ['e2e/live/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
  },
})
