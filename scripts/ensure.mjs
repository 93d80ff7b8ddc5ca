// Installs the dependencies when they are missing or no longer those of the lock file. Runs before everything
// else, so it uses nothing but Node.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)
const at = (/** @type {string} */ path) => fileURLToPath(new URL(path, root))
const stampFile = at('node_modules/.modeldeck-stamp')

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Modeldeck needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

const lock = readFileSync(at('package-lock.json'))
// Some packages ship a binary for one platform and one ABI of Node.
const stamp = [createHash('sha256').update(lock).digest('hex'), process.platform, process.arch, `node${major}`].join(' ')

if (readStamp() !== stamp) {
  if (existsSync(stampFile) || !isInstalled()) install()
  writeFileSync(stampFile, stamp)
}

function readStamp() {
  return existsSync(stampFile) ? readFileSync(stampFile, 'utf8') : null
}

/** Did somebody run `npm ci` by hand? Then npm's own record has every version of the lock file. */
function isInstalled() {
  const record = at('node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const wanted = packagesOf(lock.toString())
  const found = packagesOf(readFileSync(record, 'utf8'))
  return Object.entries(wanted).every(([path, { version, optional }]) =>
    path === '' || (found[path] === undefined ? optional === true : found[path].version === version),
  )
}

/** @param {string} text @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesOf(text) {
  return JSON.parse(text).packages ?? {}
}

function install() {
  console.log('Installing dependencies (npm ci) …')
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error']
  // npm_execpath is npm's own script; without it (node scripts/ensure.mjs) npm is looked for in the PATH.
  const { status, error } =
    npm && /\.c?js$/.test(npm)
      ? spawnSync(process.execPath, [npm, ...args], { cwd: at('.'), stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: at('.'), stdio: 'inherit', shell: process.platform === 'win32' })
  if (status === 0) return
  console.error(`npm ci failed${error ? `: ${error.message}` : ''}. The dependencies are not installed.`)
  process.exit(1)
}
