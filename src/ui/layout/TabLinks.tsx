import type { ReactNode } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { withStickyParams } from '@/ui/stickyParams'
import styles from './TabLinks.module.css'

export interface TabLink {
  /** An address within the app; the demo and the time controls are added. */
  to: string
  label: string
  /** A count or a mark beside the label. */
  badge?: ReactNode
  /** Active only at exactly this address: for the first tab, whose address begins all others. */
  end?: boolean
}

/** The parts of a page as links: each has an address, so they are navigation, not widgets. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  const [params] = useSearchParams()
  return (
    <nav aria-label={label} className={styles['tabs']}>
      {tabs.map((tab) => (
        <NavLink key={tab.label} to={withStickyParams(tab.to, params)} end={tab.end ?? false} className={styles['tab']} preventScrollReset>
          {tab.label}
          {tab.badge !== undefined && <span className={styles['badge']}>{tab.badge}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
