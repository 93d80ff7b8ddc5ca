import { IconExternalLink } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './ExternalLink.module.css'

/** A link that leaves Modeldeck, in a new tab; drawn as text where the address is not http(s). */
export function ExternalLink({ href, children }: { href: string; children: ReactNode }) {
  const known = URL.parse(href, document.baseURI)
  if (known === null || !['http:', 'https:', 'mailto:'].includes(known.protocol)) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={styles['link']}>
      {children}
      <IconExternalLink size={14} aria-hidden />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  )
}
