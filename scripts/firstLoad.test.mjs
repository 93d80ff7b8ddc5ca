import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { firstLoad } from './firstLoad.mjs'

const dist = mkdtempSync(join(tmpdir(), 'modeldeck-dist-'))
afterEach(() => rmSync(dist, { recursive: true, force: true }))

const page = 'src/pages/models/ModelsPage.tsx'

/** @param {Record<string, string[]>} sources by file, without the folder that all have in common */
function build(sources) {
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
  for (const [file, names] of Object.entries(sources))
    writeFileSync(join(dist, 'assets', `${file}.map`), JSON.stringify({ sources: names.map((name) => `../../${name}`) }))
}

it('is the entry, the page, and what they import at once, each file once', () => {
  build({ 'index.js': ['node_modules/react-dom/client.js'], 'models.js': [page], 'chart.js': ['node_modules/recharts/index.js'] })
  const { js, css } = firstLoad('src/pages/models/', dist)
  const names = (/** @type {string[]} */ files) => files.map((file) => file.slice(join(dist, 'assets').length + 1)).toSorted()
  expect(names(js)).toEqual(['index.js', 'models.js', 'react.js', 'runtime.js', 'table.js'])
  expect(names(css)).toEqual(['index.css', 'models.css'])
})

it.each([['recharts'], ['msw'], ['@lezer/lr']])('must do without %s', (library) => {
  build({ 'models.js': [page], 'table.js': [`node_modules/${library}/index.js`] })
  expect(() => firstLoad('src/pages/models/', dist)).toThrow(library)
})

it('finds a page that comes with the entry', () => {
  build({ 'index.js': ['src/main.tsx', 'src/pages/sources/SourcesPage.tsx'] })
  expect(firstLoad('src/pages/sources/', dist).js).toContain(join(dist, 'assets/index.js'))
})

it('says when the page is not in the build', () => {
  build({ 'models.js': [page] })
  expect(() => firstLoad('src/pages/gone/', dist)).toThrow('src/pages/gone/')
})
