// Builds the app when its sources are not those of the last build: npm run build
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { chunkCycle } from './chunkCycle.mjs'

const root = fileURLToPath(new URL('../', import.meta.url))
const dist = join(root, 'dist')
const stampFile = join(dist, '.built-from')
const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'tsconfig.json', 'package-lock.json', 'scripts/build.mjs']
const isTest = /\.test\.(?:tsx?|mjs)$/

/** Builds into dist/ unless it is up to date. @returns {Promise<boolean>} whether it had to */
export async function build() {
  const stamp = hashOfSources()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return false
  rmSync(stampFile, { force: true })
  // Loaded only here: a start that builds nothing takes no longer than the server.
  const vite = await import('vite')
  await vite.build({ root, logLevel: 'warn' })
  refuseCycles()
  await compressFiles()
  writeFileSync(stampFile, stamp)
  return true
}

/** @throws {Error} where files of the build need each other at once: such a page breaks or not by who loads it. */
function refuseCycles() {
  const cycle = chunkCycle(JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8')))
  if (cycle !== null) throw new Error(`Files of the build need each other: ${cycle.join(' → ')}. Lower entriesAwareMergeThreshold in vite.config.ts.`)
}

/** By content, because a checkout changes times. */
function hashOfSources() {
  const hash = createHash('sha256')
  const files = sources.flatMap((path) =>
    extname(path) === ''
      ? readdirSync(join(root, path), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !isTest.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name))
      : [join(root, path)],
  )
  for (const file of files.toSorted()) hash.update(file.slice(root.length)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Writes `.br` and `.gz` beside what is worth compressing; any static host can use them. */
async function compressFiles() {
  const entries = await readdir(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && /\.(?:js|css|svg)$/.test(entry.name))
  await Promise.all(
    files.map(async ({ parentPath, name }) => {
      const file = join(parentPath, name)
      const content = await readFile(file)
      if (content.length < 1024) return
      const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: content.length } }
      await writeFile(`${file}.br`, await promisify(brotliCompress)(content, options))
      await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
    }),
  )
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    console.log((await build()) ? 'Built into dist/' : 'dist/ is up to date')
  } catch (error) {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  }
}
