#!/usr/bin/env node
import { fileURLToPath } from 'node:url'
import { StartError } from './deployment.mjs'
import { start } from './start.mjs'

try {
  const { url, lines, close } = await start(process.env, fileURLToPath(new URL('../dist', import.meta.url)))
  console.log([`Modeldeck  ${url}`, ...lines.map((line) => `  ${line}`)].join('\n'))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.once(signal, () => void close().then(() => process.exit(0)))
} catch (error) {
  if (!(error instanceof StartError)) throw error
  console.error(`Modeldeck does not start: ${error.message}`)
  process.exitCode = 1
}
