import { lazy, Suspense, useEffect, useRef } from 'react'
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { IconSearch } from '@tabler/icons-react'
import { useDeployment } from '@/app/deployment'
import { AppLink } from '@/ui/AppLink'
import { KeyHint } from '@/ui/controls/KeyHint'
import { DemoButton } from './DemoButton'
import { IdentityMenu } from './IdentityMenu'
import { MainNav } from './MainNav'
import { ThemeToggle } from './ThemeToggle'
import { TimeControls } from './TimeControls'
import { useShortcuts } from './shortcuts'
import styles from './Shell.module.css'

const Palette = lazy(async () => ({ default: (await import('./Palette')).Palette }))
const KeysDialog = lazy(async () => ({ default: (await import('./KeysDialog')).KeysDialog }))

/** What stands around every page: navigation, time controls, who acts, and the demo's badge. */
export function Shell() {
  const { title, demo } = useDeployment()
  const { open, setOpen } = useShortcuts()
  const navigation = useNavigation()
  const main = useRef<HTMLElement>(null)
  useFocusOnNavigation(main)
  return (
    <>
      <a className={styles['skip']} href="#main" onClick={(event) => focusMain(event, main.current)}>
        Skip to the page
      </a>
      <header className={styles['header']}>
        <AppLink to="/models" className={styles['brand']}>
          <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden>
            <rect x="1" y="3" width="18" height="3.6" rx="1.2" fill="var(--md-accent)" />
            <rect x="1" y="8.4" width="13" height="3.6" rx="1.2" fill="var(--md-accent)" opacity=".65" />
            <rect x="1" y="13.8" width="8" height="3.6" rx="1.2" fill="var(--md-accent)" opacity=".35" />
          </svg>
          <span>{title}</span>
        </AppLink>
        <MainNav />
        <button type="button" className={styles['search']} onClick={() => setOpen('palette')} aria-label="Search or jump" aria-keyshortcuts="Control+K Meta+K">
          <IconSearch size={15} aria-hidden />
          <span>Search or jump</span>
          <KeyHint keys={['Ctrl', 'K']} />
        </button>
        <div className={styles['tools']}>
          <TimeControls />
          <ThemeToggle />
          <IdentityMenu />
          {demo && <DemoButton demo={demo} />}
        </div>
        <div className={styles['progress']} data-busy={navigation.state !== 'idle'} />
      </header>
      <main id="main" ref={main} tabIndex={-1} className={styles['main']}>
        <Outlet />
      </main>
      <Suspense fallback={null}>
        {open === 'palette' && <Palette onClose={() => setOpen(null)} />}
        {open === 'keys' && <KeysDialog onClose={() => setOpen(null)} />}
      </Suspense>
      <ScrollRestoration getKey={({ pathname }) => pathname} />
    </>
  )
}

/** `<base href>` would turn a bare `#main` into another page. */
function focusMain(event: { preventDefault(): void }, main: HTMLElement | null) {
  event.preventDefault()
  main?.focus()
}

/** A new page starts at its top for keyboard and screen reader too; tabs and filters do not move focus. */
function useFocusOnNavigation(main: React.RefObject<HTMLElement | null>) {
  const { pathname } = useLocation()
  const page = pathname.split('/').slice(0, 4).join('/')
  const shown = useRef(page)
  useEffect(() => {
    if (shown.current === page) return
    shown.current = page
    main.current?.focus({ preventScroll: true })
  }, [page, main])
}
