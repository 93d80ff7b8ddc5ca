import type { ReactNode } from 'react'
import { AppLink } from '@/ui/AppLink'
import styles from './PageHead.module.css'

export interface PageHeadProps {
  /** Where this page lies, from the outermost. */
  trail: readonly { label: string; to: string }[]
  title: string
  /** Badges right after the title. */
  marks?: ReactNode
  /** Buttons at the far end. */
  actions?: ReactNode
}

/** The first line of a page about a model: where it lies, its name, and what can be done. */
export function PageHead({ trail, title, marks, actions }: PageHeadProps) {
  return (
    <div className={styles['head']}>
      <nav aria-label="Breadcrumb" className={styles['trail']}>
        {trail.map(({ label, to }) => (
          <span key={to} className={styles['crumb']}>
            <AppLink to={to}>
              <bdi>{label}</bdi>
            </AppLink>
            <span aria-hidden> ›</span>
          </span>
        ))}
      </nav>
      <h1 className={styles['title']}>
        <bdi>{title}</bdi>
      </h1>
      {marks !== undefined && <div className={styles['marks']}>{marks}</div>}
      {actions !== undefined && <div className={`${styles['actions'] ?? ''} no-print`}>{actions}</div>}
    </div>
  )
}
