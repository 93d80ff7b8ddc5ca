import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'

export const script = `console.log(${JSON.stringify('modeldeck '.repeat(400))})`

/** A small build in a new folder, and how to remove it. */
export function testBuild() {
  const dist = mkdtempSync(join(tmpdir(), 'modeldeck-dist-'))
  mkdirSync(join(dist, 'assets'))
  writeFileSync(join(dist, 'index.html'), '<!doctype html><base href="/" /><title>Modeldeck</title><script src="./theme.js"></script>')
  writeFileSync(join(dist, 'config.json'), '{"demo":"off","sources":[]}')
  writeFileSync(join(dist, 'theme.js'), 'theme()')
  writeFileSync(join(dist, 'assets', 'index-a1b2.js'), script)
  writeFileSync(join(dist, 'assets', 'index-a1b2.js.br'), brotliCompressSync(script))
  writeFileSync(join(dist, 'assets', 'index-a1b2.js.gz'), gzipSync(script))
  return { dist, remove: () => rmSync(dist, { recursive: true }) }
}
