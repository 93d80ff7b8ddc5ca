import type { ReactNode } from 'react'
import { NavLink, type To } from 'react-router'
import styles from './TabLinks.module.css'

export interface TabLink {
  to: To
  label: string
  /** A count or a mark beside the label. */
  badge?: ReactNode
  /** Active only at exactly this address: for the first tab, whose address begins all others. */
  end?: boolean
}

/** The parts of a page as links: each has an address, so they are navigation, not widgets. */
export function TabLinks({ label, tabs }: { label: string; tabs: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className={styles['tabs']}>
      {tabs.map((tab) => (
        <NavLink key={tab.label} to={tab.to} end={tab.end ?? false} className={styles['tab']} preventScrollReset>
          {tab.label}
          {tab.badge !== undefined && <span className={styles['badge']}>{tab.badge}</span>}
        </NavLink>
      ))}
    </nav>
  )
}
