import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')

function tokens(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {\n  color-scheme`)).split('}')[0] ?? ''
  return new Map([...block.matchAll(/(--md-[\w-]+): (#[\da-f]{6})/g)].map(([, name = '', value = '']) => [name, value]))
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const onSurfaces = (names: string[]) => names.flatMap((name) => ['page', 'surface', 'raised', 'hover', 'selected'].map((ground) => [name, ground]))
const texts = [
  ...onSurfaces(['text', 'muted', 'accent', 'risk', 'failing', 'ok']),
  ...['ok', 'risk', 'failing', 'none', 'stale'].flatMap((state) => [
    [state, `${state}-soft`],
    ['text', `${state}-soft`],
  ]),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['muted', 'skeleton'],
]
const shapes = [
  ...[1, 2, 3, 4, 5, 6].map((n) => [`series-${n}`, 'surface']),
  ['line-strong', 'surface'],
  ['focus', 'page'],
]

describe.each([
  ['light', "[data-mantine-color-scheme='light']"],
  ['dark', "[data-mantine-color-scheme='dark']"],
])('%s', (_, selector) => {
  const all = tokens(selector)
  const ratio = (a = '', b = '') => contrast(all.get(`--md-${a}`) ?? '', all.get(`--md-${b}`) ?? '')
  it.each(texts)('text %s on %s has 4.5:1', (text, ground) => expect(ratio(text, ground)).toBeGreaterThanOrEqual(4.5))
  it.each(shapes)('%s on %s has 3:1', (shape, ground) => expect(ratio(shape, ground)).toBeGreaterThanOrEqual(3))
})
