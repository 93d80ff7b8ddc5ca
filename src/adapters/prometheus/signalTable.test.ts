import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadPresets } from './presets'
import { modeldeck } from './presets/modeldeck'
import { describeCapabilities, describeOperations, describePlaceholders, describePreset } from './signalTable'

const presets = await loadPresets()

// `npx vitest run src/adapters/prometheus/signalTable.test.ts -u` writes the pages anew.
it.each([
  ['signals.md', 'capabilities', () => describeCapabilities(presets)],
  ['signals.md', 'queries', () => `${describePlaceholders()}\n\n${describePreset(modeldeck)}`],
  ['signals.md', 'operations', describeOperations],
  ['presets.md', 'presets', () => presets.filter((preset) => preset !== modeldeck).map(describePreset).join('\n\n')],
])('docs/%s says in its %s what the code asks', async (file, part, print) => {
  const path = new URL(`../../../docs/${file}`, import.meta.url).pathname
  const page = readFileSync(path, 'utf8')
  const between = new RegExp(`(?<=<!-- ${part} from code -->\\n)[\\s\\S]*?(?=<!-- end -->)`)
  expect(page).toMatch(between)
  await expect(page.replace(between, () => `${print()}\n`)).toMatchFileSnapshot(path)
})
