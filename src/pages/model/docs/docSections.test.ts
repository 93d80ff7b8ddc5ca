import { expect, it } from 'vitest'
import { docSections } from './docSections'

it.each([
  ['nothing', '', []],
  ['only text', 'Hello\n\nthere', [['', 'Hello\n\nthere']]],
  ['headings of any level', '# A #\ntext\n### B\n\n#### C', [['A', 'text'], ['B', ''], ['C', '']]],
  ['headings that are underlined', 'A\n===\nx\n\nB\n---\ny', [['A', 'x'], ['B', 'y']]],
  ['no rule and no table', 'x\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |', [['', 'x\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |']]],
  ['no headings within code', '# A\n```md\n# not one\n~~~\n```\n# B', [['A', '```md\n# not one\n~~~\n```'], ['B', '']]],
  ['code that never ends', '~~~\n# not one', [['', '~~~\n# not one']]],
  ['lines of Windows', '# A\r\nx\r\n## B\r\n', [['A', 'x'], ['B', '']]],
  ['no hash tags', '#tag and #other', [['', '#tag and #other']]],
])('finds %s', (_, markdown, expected) => {
  expect(docSections(markdown).map(({ title, body }) => [title, body])).toEqual(expected)
})

it('reads a hostile text in no time', () => {
  const text = `${'#'.repeat(20_000)}\n${'# \t'.repeat(20_000)}\n${'='.repeat(50_000)}`
  const start = performance.now()
  docSections(text)
  expect(performance.now() - start).toBeLessThan(500)
})
