import { render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { SafeMarkdown } from './SafeMarkdown'

const draw = (text: string) => render(<SafeMarkdown text={text} headingLevel={3} />).container

describe('SafeMarkdown', () => {
  it.each([
    ['<img src=x onerror="alert(1)">'],
    ['<script>alert(1)</script>'],
    ['<iframe src="https://evil.example"></iframe>'],
    ['<svg onload=alert(1)>'],
    ['<a href="javascript:alert(1)">x</a>'],
    ['<form action="https://evil.example"><input></form>'],
    ['<style>body{display:none}</style>'],
  ])('leaves raw HTML out: %s', (html) => {
    const container = draw(`before\n\n${html}\n\nafter`)
    expect(container.querySelector('img, script, iframe, svg, form, input, style, a')).toBeNull()
    expect(container).toHaveTextContent('before')
    expect(container).toHaveTextContent('after')
  })

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java&#115;cript:alert(1)',
    'data:text/html;base64,PGI+',
    'vbscript:x',
    'file:///etc/passwd',
    '/models/other',
    '//evil.example/x',
  ])('draws a link to %s as text', (href) => {
    draw(`[the words](<${href}>)`)
    expect(screen.queryByRole('link')).toBeNull()
    expect(screen.getByText('the words')).toBeVisible()
  })

  it.each(['https://example.com/a?b=c', 'http://example.com/', 'mailto:a@example.com'])('links to %s in a new tab without an opener', (href) => {
    draw(`[the words](${href})`)
    const link = screen.getByRole('link', { name: 'the words' })
    expect(link).toHaveAttribute('href', href)
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'))
  })

  it.each([
    ['![Confusion matrix](https://evil.example/pixel.png)', '[Image: Confusion matrix]'],
    ['![](data:image/svg+xml,x)', '[Image: without description]'],
  ])('asks no host for an image: %s', (text, words) => {
    const container = draw(text)
    expect(container.querySelector('img')).toBeNull()
    expect(container).toHaveTextContent(words)
  })

  it.each([
    ['# One\n\n## Two\n\n### Three', [3, 4, 5]],
    ['## Begins deep\n\n## Again\n\n### Below', [3, 3, 4]],
    ['# One\n\n###### Six\n\n## Two', [3, 4, 4]],
    ['### Deep\n\n# Higher\n\n> ## Quoted', [3, 3, 4]],
    ['# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5', [3, 4, 5, 6, 6]],
  ])('puts its headings below those of the page without a gap: %j', (text, levels) => {
    draw(text)
    expect(screen.getAllByRole('heading').map((heading) => Number(heading.tagName.slice(1)))).toEqual(levels)
  })

  it('has no header cell that heads nothing', () => {
    draw('| | |\n|---|---|\n| Owner | risk |')
    expect(screen.queryByRole('columnheader')).toBeNull()
    expect(screen.getByRole('cell', { name: 'risk' })).toBeVisible()
  })

  it('draws a huge table within a box that scrolls', () => {
    const cells = Array.from({ length: 40 }, (_, i) => `c${i}`).join('|')
    draw(`|${cells}|\n|${'-|'.repeat(40)}\n${`|${cells}|\n`.repeat(60)}`)
    expect(screen.getByRole('group', { name: 'Table' })).toContainElement(screen.getByRole('table'))
    expect(screen.getAllByRole('row')).toHaveLength(61)
  })
})
