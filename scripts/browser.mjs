// Finds a Chromium for the tests, or installs one: node scripts/browser.mjs
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'

/** Nothing here may reach for the network by itself: tests run in closed networks, and as root in containers. */
export const launchFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * The path of a browser that runs. In order: MODELDECK_BROWSER or CHROME_PATH, Playwright's own, one that the
 * system has, Playwright's download, the system's package as root.
 * @returns {string}
 * @throws {Error} that says what to do
 */
export function findBrowser() {
  const named = process.env['MODELDECK_BROWSER'] || process.env['CHROME_PATH']
  if (named) {
    if (runs(named)) return named
    throw new Error(`MODELDECK_BROWSER or CHROME_PATH is ${named}, which does not run.`)
  }
  const found = [chromium.executablePath(), ...systemBrowsers()].find(runs)
  if (found !== undefined) return found
  for (const install of [download, installPackage]) {
    const installed = install()
    if (installed !== null && runs(installed)) return installed
  }
  throw new Error('No Chromium or Chrome was found, and none could be installed. Install one and name it in MODELDECK_BROWSER.')
}

/** @param {string} path */
function runs(path) {
  if (!existsSync(path)) return false
  // Chrome on Windows opens a window instead of printing its version.
  if (process.platform === 'win32') return true
  try {
    // Fails as well when a library that it needs is missing.
    return /\d+\.\d+/.test(execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 }))
  } catch {
    return false
  }
}

function systemBrowsers() {
  // A shell without windows starts and draws faster.
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge']
  const inPath = (process.env['PATH'] ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)))
  const programs = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']]
  const installed =
    process.platform === 'darwin'
      ? ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((app) => `/Applications/${app}.app/Contents/MacOS/${app}`)
      : programs.flatMap((folder) => (folder ? [join(folder, 'Google/Chrome/Application/chrome.exe'), join(folder, 'Microsoft/Edge/Application/msedge.exe')] : []))
  return [...inPath, ...installed]
}

function download() {
  console.error('No browser found: Playwright downloads one …')
  const cli = createRequire(import.meta.url).resolve('@playwright/test/cli')
  // A network that swallows the request must not hold the tests for longer.
  const { status } = spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2], timeout: 300_000 })
  return status === 0 ? chromium.executablePath() : null
}

function installPackage() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null
  console.error('Installing the system’s package of Chromium …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (/** @type {string[]} */ ...args) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2], env }).status === 0
  if (!apt('update', '-qq')) return null
  const installed = ['chromium-headless-shell', 'chromium'].some((name) => apt('install', '-y', '-qq', '--no-install-recommends', name))
  return installed ? (systemBrowsers().find(runs) ?? null) : null
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) console.log(findBrowser())
