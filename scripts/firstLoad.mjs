import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * One file of Vite's manifest.
 * @typedef {object} Chunk
 * @property {string} file
 * @property {string} [src]
 * @property {boolean} [isEntry]
 * @property {string[]} [imports] manifest keys of what it needs at once
 * @property {string[]} [dynamicImports] manifest keys of what it may need later
 * @property {string[]} [css]
 */

/** Libraries that the first load must do without. */
const forbidden = new Set(['recharts', 'react-markdown', 'msw', 'jsonata', 'yaml', '@lezer/lr', '@prometheus-io/lezer-promql'])

/**
 * The files of the build that a browser needs before it can show a page: the entry, the page's own chunk, and
 * all that these import at once.
 *
 * @param {string} page folder of the page's sources: `src/pages/models/`
 * @param {string} [dist]
 * @returns {{ js: string[], css: string[] }} paths
 * @throws {Error} when the page is not in the build, or one of the forbidden libraries is among its files
 */
export function firstLoad(page, dist = fileURLToPath(new URL('../dist', import.meta.url))) {
  /** @type {Record<string, Chunk>} */
  const manifest = JSON.parse(readFileSync(join(dist, 'manifest.json'), 'utf8'))
  const keys = Object.keys(manifest)
  const entries = keys.filter((key) => manifest[key]?.isEntry)
  const pages = keys.filter((key) => key.startsWith(page) && !manifest[key]?.isEntry)
  const chunks = withImports(manifest, [...entries, ...pages])
  const files = chunks.map(({ file }) => join(dist, file)).filter((file) => file.endsWith('.js'))
  // A page that is loaded by its route has a chunk of its own; one that comes with the shell is in the entry's.
  if (!files.some((file) => sourcesOf(file).some((source) => source.includes(page))))
    throw new Error(`No file of the first load comes from ${page}: has the page moved?`)
  const intruders = files.flatMap((file) => librariesOf(file)).filter((name) => forbidden.has(name))
  if (intruders.length > 0) throw new Error(`The first load of ${page} holds ${[...new Set(intruders)].join(', ')}.`)
  return { js: files, css: [...new Set(chunks.flatMap(({ css = [] }) => css))].map((file) => join(dist, file)) }
}

/** @param {Record<string, Chunk>} manifest @param {string[]} keys @returns {Chunk[]} */
function withImports(manifest, keys) {
  const seen = new Set(keys)
  for (const key of seen) for (const needed of manifest[key]?.imports ?? []) seen.add(needed)
  return [...seen].flatMap((key) => manifest[key] ?? [])
}

/** @param {string} file @returns {string[]} what it was made of, by its source map; the bundler's own runtime has none */
function sourcesOf(file) {
  if (!existsSync(`${file}.map`)) return []
  /** @type {{ sources: string[] }} */
  const { sources } = JSON.parse(readFileSync(`${file}.map`, 'utf8'))
  return sources
}

/** @param {string} file @returns {string[]} names of packages */
function librariesOf(file) {
  return sourcesOf(file).flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? [])
}
