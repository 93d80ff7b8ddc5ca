// npm start: builds when the sources have changed, then serves.
import { build } from './build.mjs'

console.log('Modeldeck starts …')
if (await build()) console.log('Built into dist/')
await import('../server/main.mjs')
