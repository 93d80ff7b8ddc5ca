import type { Components } from 'react-markdown'

/** An address that a link may have: http(s), mailto, or a place on the page. Else `null`. */
export function safeHref(href: string | undefined): string | null {
  if (href === undefined || href === '') return null
  if (href.startsWith('#')) return href
  // Relative addresses would lead into Modeldeck, where the author's files are not.
  const url = URL.canParse(href) ? new URL(href) : null
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}

const levels = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'] as const

const at = (level: number) => levels[Math.min(levels.length, level) - 1] ?? 'h6'

/** The text's headings below the page's: its first level becomes `to`, none deeper than the sixth. */
export function shiftedHeadings(to: number): Components {
  return { h1: at(to), h2: at(to + 1), h3: at(to + 2), h4: at(to + 3), h5: at(to + 4), h6: at(to + 5) }
}
