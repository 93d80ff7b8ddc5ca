// What stands in for real sources where the app itself is looked at: benches and pictures.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'

/**
 * The demo's world over HTTP, in a process of its own.
 * @param {string} seed
 * @param {string} [now] ISO time at which it begins; today without
 * @returns {Promise<{ mlflow: string, prometheus: string, alertmanager: string, stop: () => void }>} addresses
 */
export async function startWorld(seed, now) {
  const args = [fileURLToPath(new URL('world.mjs', import.meta.url)), '--port', '0', '--seed', seed, ...(now === undefined ? [] : ['--now', now])]
  const world = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  /** @type {string[]} */
  const lines = []
  for await (const line of createInterface(world.stdout)) {
    lines.push(line)
    if (lines.length === 3) break
  }
  const addressOf = (/** @type {string} */ server) => {
    const address = lines.find((line) => line.endsWith(`/${server}`))
    if (address === undefined) throw new Error(`The world has no ${server}: ${lines.join(' ')}`)
    return address
  }
  return { mlflow: addressOf('mlflow'), prometheus: addressOf('prometheus'), alertmanager: addressOf('alertmanager'), stop: () => world.kill() }
}

/**
 * Serves on a free port of loopback.
 * @param {(request: Request) => Response | Promise<Response>} fetch
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function serveOnLoopback(fetch) {
  const server = serve({ fetch, port: 0, hostname: '127.0.0.1' })
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('What stands in for a source has no port.')
  return { url: `http://127.0.0.1:${address.port}`, close: () => void server.close() }
}
