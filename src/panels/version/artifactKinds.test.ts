import { expect, it } from 'vitest'
import { canPreview, fileName, sortArtifacts } from './artifactKinds'

const file = (path: string, sizeBytes: number | null = 10) => ({ path, isFolder: false, sizeBytes })

it.each([
  ['MLmodel', 10, true],
  ['metadata/report.JSON', 10, true],
  ['notes.md', null, true],
  ['model.pkl', 10, false],
  ['data.csv', 256 * 1024 + 1, false],
  ['archive.tar.gz', 10, false],
])('shows %s of %s bytes on the page: %s', (path, size, shown) => {
  expect(canPreview(file(path, size))).toBe(shown)
})

it('never shows a folder as text', () => {
  expect(canPreview({ path: 'readme', isFolder: true, sizeBytes: null })).toBe(false)
})

it('sorts folders first and numbers as people count', () => {
  const sorted = sortArtifacts([file('part-10'), file('part-9'), { path: 'zoo', isFolder: true, sizeBytes: null }])
  expect(sorted.map(({ path }) => path)).toEqual(['zoo', 'part-9', 'part-10'])
})

it('names a file by the last part of its path', () => {
  expect(fileName('a/b/ü %.txt')).toBe('ü %.txt')
})
