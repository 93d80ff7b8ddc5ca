// node scripts/totals.mjs FOLDER FAILED: one line that adds up the runs that left their totals in a folder. FAILED is 1
// when any of them failed; if one did not live to leave its totals, that is a failure of its own.
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { sum, totalsLine } from './reports.mjs'

const [folder = '', failed = '0'] = process.argv.slice(2)
const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.totals.json')) : []
const totals = sum(files.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))))
if (failed !== '0' && totals.failed === 0) totals.failed = 1
console.log(totalsLine(totals))
