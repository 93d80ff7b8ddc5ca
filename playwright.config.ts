import { createServer } from 'node:net'
import { defineConfig } from '@playwright/test'
import { findBrowser, launchFlags } from './scripts/browser.mjs'

// Playwright reads this file again in every worker, which inherits what the first reading found.
process.env['MODELDECK_BROWSER'] ??= findBrowser()
process.env['MODELDECK_E2E_PORT'] ??= String(await freePort())
const port = process.env['MODELDECK_E2E_PORT']
const live = process.env['MODELDECK_LIVE_APP'] !== undefined

export default defineConfig({
  outputDir: 'test-results',
  testMatch: '**/*.spec.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  // A test that passes only at the second try has found something.
  retries: 0,
  workers: '100%',
  timeout: 90_000,
  expect: { timeout: live ? 15_000 : 20_000 },
  reporter: [['list'], ['json', { outputFile: process.env['MODELDECK_E2E_REPORT'] ?? '.cache/reports/e2e.json' }]],
  use: {
    browserName: 'chromium',
    launchOptions: {
      executablePath: process.env['MODELDECK_BROWSER'],
      args: [...launchFlags, '--host-resolver-rules=MAP modeldeck.test 127.0.0.1'],
    },
    actionTimeout: live ? 15_000 : 20_000,
    // Recording takes as long as the test itself: for one that fails, `npx playwright test --trace on …`.
    trace: live ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    viewport: { width: 1440, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
    // What moves is drawn sixty times a second, which is a tenth of all the time.
    contextOptions: { reducedMotion: 'reduce' },
  },
  projects: [
    { name: 'demo', testDir: 'e2e', testIgnore: 'live/**', use: { baseURL: `http://localhost:${port}` } },
    { name: 'live', testDir: 'e2e/live', fullyParallel: false, workers: 1, use: { baseURL: process.env['MODELDECK_LIVE_APP'] } },
  ],
  ...(live
    ? {}
    : {
        webServer: {
          command: 'node scripts/start.mjs',
          url: `http://localhost:${port}/config.json`,
          timeout: 180_000,
          env: {
            PORT: port,
            HOST: '',
            BASE: '',
            MODELDECK_CONFIG: '',
            MODELDECK_MLFLOW_URL: '',
            MODELDECK_PROMETHEUS_URL: '',
            MODELDECK_ALERTMANAGER_URL: '',
          },
        },
      }),
})

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port'))))
    })
  })
}
