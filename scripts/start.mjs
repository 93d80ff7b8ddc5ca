// npm start: builds when the sources have changed, then serves.
import { build } from './build.mjs'

console.log('Modeldeck starts …')
try {
  if (await build()) console.log('Built into dist/')
} catch (error) {
  console.error(`Modeldeck does not start, because the build failed.\n${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
await import('../server/main.mjs')
