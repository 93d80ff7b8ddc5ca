import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { modeldeck } from './presets/modeldeck'
import { describePreset } from './signalTable'

const path = new URL('../../../docs/signals.md', import.meta.url).pathname
const between = /(?<=<!-- from code -->\n)[\s\S]*(?=<!-- end -->)/

// `npx vitest run src/adapters/prometheus/signalTable.test.ts -u` writes the page anew.
it('docs/signals.md says what the code asks', async () => {
  const page = readFileSync(path, 'utf8')
  expect(page).toMatch(between)
  const renewed = page.replace(between, () => `${describePreset(modeldeck)}\n`)
  await expect(renewed).toMatchFileSnapshot(path)
})
