/** An address that a link may have: http(s), mailto, or a place on the page. Else `null`. */
export function safeHref(href: string | undefined): string | null {
  if (href === undefined || href === '') return null
  if (href.startsWith('#')) return href
  // Relative addresses would lead into Modeldeck, where the author's files are not.
  const url = URL.canParse(href) ? new URL(href) : null
  return url !== null && ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null
}
