// npm start: builds when the sources have changed, then serves.
import { build } from './build.mjs'

// npm, asked to end, ends its shell and not what runs in it; the port would stay taken.
const parent = process.ppid
if (process.env['npm_lifecycle_event'] !== undefined)
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 300).unref()

console.log('Modeldeck starts …')
try {
  if (await build()) console.log('Built into dist/')
} catch (error) {
  console.error(`Modeldeck does not start, because the build failed.\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
await import('../server/main.mjs')
