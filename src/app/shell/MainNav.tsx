import { NavLink, useSearchParams } from 'react-router'
import { withStickyParams } from '@/ui/stickyParams'
import { AlertsLink } from './AlertsLink'
import { RequestCount } from './RequestCount'
import { SourceDots } from './SourceDots'
import styles from './MainNav.module.css'

/** The pages that exist, and how the sources stand. */
export function MainNav() {
  const [params] = useSearchParams()
  const to = (path: string) => withStickyParams(path, params)
  return (
    <nav aria-label="Main" className={styles['nav']}>
      <NavLink to={to('/models')} className={styles['link']}>
        Models
      </NavLink>
      <AlertsLink />
      <NavLink to={to('/requests')} className={styles['link']}>
        Requests <RequestCount />
      </NavLink>
      <NavLink to={to('/history')} className={styles['link']}>
        History
      </NavLink>
      <NavLink to={to('/sources')} className={styles['link']}>
        Sources <SourceDots />
      </NavLink>
    </nav>
  )
}
