import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { firstLoad } from './firstLoad.mjs'

const dist = mkdtempSync(join(tmpdir(), 'modeldeck-dist-'))
afterEach(() => rmSync(dist, { recursive: true, force: true }))

/** @param {Record<string, string[]>} libraries by file */
function build(libraries) {
  mkdirSync(join(dist, 'assets'), { recursive: true })
  const manifest = {
    'index.html': { file: 'assets/index.js', isEntry: true, imports: ['_react.js'], dynamicImports: ['src/pages/models/ModelsPage.tsx'], css: ['assets/index.css'] },
    '_react.js': { file: 'assets/react.js', imports: ['_runtime.js'] },
    '_runtime.js': { file: 'assets/runtime.js' },
    'src/pages/models/ModelsPage.tsx': { file: 'assets/models.js', imports: ['index.html', '_table.js'], dynamicImports: ['src/ui/charts/Chart.tsx'], css: ['assets/models.css'] },
    '_table.js': { file: 'assets/table.js', imports: ['_react.js'], css: ['assets/index.css'] },
    'src/ui/charts/Chart.tsx': { file: 'assets/chart.js', css: ['assets/chart.css'] },
  }
  writeFileSync(join(dist, 'manifest.json'), JSON.stringify(manifest))
  for (const [file, names] of Object.entries(libraries))
    writeFileSync(join(dist, 'assets', `${file}.map`), JSON.stringify({ sources: names.map((name) => `../../node_modules/${name}/index.js`) }))
}

it('is the entry, the page, and what they import at once, each file once', () => {
  build({ 'index.js': ['react-dom'], 'chart.js': ['recharts'] })
  const { js, css } = firstLoad('src/pages/models/', dist)
  const names = (/** @type {string[]} */ files) => files.map((file) => file.slice(join(dist, 'assets').length + 1)).toSorted()
  expect(names(js)).toEqual(['index.js', 'models.js', 'react.js', 'runtime.js', 'table.js'])
  expect(names(css)).toEqual(['index.css', 'models.css'])
})

it.each([['recharts'], ['msw'], ['@lezer/lr']])('must do without %s', (library) => {
  build({ 'table.js': ['react', library] })
  expect(() => firstLoad('src/pages/models/', dist)).toThrow(library)
})

it('says when the page is not in the build', () => {
  build({})
  expect(() => firstLoad('src/pages/gone/', dist)).toThrow('src/pages/gone/')
})
