// Serves the demo world over HTTP on loopback, for curl and real clients.
//   npm run world -- --port 5050 [--seed name] [--now 2026-01-31T12:00:00Z]
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { runnerImport } from 'vite'

const { values } = parseArgs({
  options: { port: { type: 'string', default: '5050' }, seed: { type: 'string', default: 'modeldeck' }, now: { type: 'string' } },
})
const port = Number(values.port)
const now = values.now === undefined ? Date.now() : Date.parse(values.now)
if (!Number.isInteger(port) || port < 0 || port > 65_535) fail(`--port ${values.port} is no port.`)
if (Number.isNaN(now)) fail(`--now ${values.now} is no ISO time such as 2026-01-31T12:00:00Z.`)

/** @param {string} words @returns {never} */
function fail(words) {
  console.error(words)
  process.exit(2)
}

const src = fileURLToPath(new URL('../src', import.meta.url))
/** @type {{ module: typeof import('../src/demo/serve') }} */
const { module } = await runnerImport(`${src}/demo/serve.ts`, {
  configFile: false,
  logLevel: 'error',
  resolve: { alias: { '@': src } },
})
const world = module.serveWorld(values.seed, now)

const app = new Hono()
app.all('*', async ({ req, text }) => (await world.answer(req.raw)) ?? text(`Nothing here. The demo world stands at ${world.paths.join(', ')}.\n`, 404))
const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) => {
  for (const path of world.paths) console.log(`http://127.0.0.1:${address.port}${path}`)
})
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)))
