import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

/** Where installed things are kept between runs and checkouts. */
export function cacheFolder() {
  const folder = process.env['MODELDECK_CACHE'] || join(process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'modeldeck')
  mkdirSync(folder, { recursive: true })
  return folder
}

/**
 * The Python of a virtual environment that has these requirements, made when it is not there yet.
 * @param {string} name
 * @param {string} requirements path of a requirements file
 * @returns {string}
 * @throws {Error} when it cannot be made
 */
export function pythonWith(name, requirements) {
  const folder = join(cacheFolder(), name)
  const python = join(folder, 'bin', 'python')
  const stampFile = join(folder, '.made-from')
  const stamp = createHash('sha256').update(readFileSync(requirements)).update(systemPythonVersion()).digest('hex')
  if (existsSync(python) && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return python
  console.log(`Installing ${requirements} into ${folder} …`)
  rmSync(folder, { recursive: true, force: true })
  run('python3', ['-m', 'venv', folder])
  run(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements])
  writeFileSync(stampFile, stamp)
  return python
}

function systemPythonVersion() {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    throw new Error('python3 is needed for the tests against real servers, and was not found.')
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] })
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed`)
}
