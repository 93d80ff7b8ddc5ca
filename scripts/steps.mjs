import { spawn } from 'node:child_process'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sum, totalsLine, totalsOf } from './reports.mjs'

/** @import { Totals } from './reports.mjs' */

export const root = fileURLToPath(new URL('../', import.meta.url))
/** Folder of the JSON reports, from the root. */
export const reports = '.cache/reports'
const bin = (/** @type {string} */ name) => join(root, 'node_modules', '.bin', process.platform === 'win32' ? `${name}.cmd` : name)

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} command one of the installed packages, or `node`
 * @property {readonly string[]} args
 * @property {string} [report] JSON report that it writes, counted afterwards
 * @property {Readonly<Record<string, string>>} [env]
 */

/**
 * @typedef {object} Outcome
 * @property {string} name
 * @property {boolean} ok
 * @property {number} ms
 * @property {Totals} totals a step without a report counts only when it fails
 */

/**
 * Runs one step with its output shown.
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export async function runStep({ name, command, args, report, env = {} }) {
  console.log(`\n── ${name} ──`)
  if (report !== undefined) rmSync(report, { force: true })
  const started = Date.now()
  const program = command === 'node' ? process.execPath : bin(command)
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env }, shell: process.platform === 'win32' && command !== 'node' })
  const code = await new Promise((resolve) => child.on('error', () => resolve(-1)).on('close', resolve))
  const ok = code === 0
  const counted = report === undefined ? null : totalsOf(report)
  const failed = Math.max(counted?.failed ?? 0, ok ? 0 : 1)
  return { name, ok, ms: Date.now() - started, totals: { passed: counted?.passed ?? 0, skipped: counted?.skipped ?? 0, failed } }
}

/**
 * Prints what each step came to and, as the last line, what all came to; keeps the totals for whoever adds up.
 * @param {string} run name of the whole
 * @param {readonly Outcome[]} outcomes
 * @returns {0 | 1} exit code
 */
export function conclude(run, outcomes) {
  console.log('\n── summary ──')
  for (const { name, ok, ms, totals } of outcomes) {
    const counts = totals.passed + totals.skipped > 0 ? `${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped` : ''
    console.log(`${ok ? '✓' : '✕'} ${name.padEnd(12)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${counts}`.trimEnd())
  }
  const totals = sum(outcomes.map(({ totals }) => totals))
  mkdirSync(join(root, reports), { recursive: true })
  writeFileSync(join(root, reports, `${run}.totals.json`), JSON.stringify(totals))
  console.log(totalsLine(totals))
  return outcomes.every(({ ok }) => ok) ? 0 : 1
}
