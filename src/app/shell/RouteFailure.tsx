import { useRouteError } from 'react-router'
import { SourceError } from '@/ports/sourceError'
import { AppLink } from '@/ui/AppLink'
import styles from './ConfigErrorPage.module.css'

/** A page that could not be drawn, or whose code could not be loaded. The shell around it stays. */
export function RouteFailure() {
  const error = useRouteError()
  const message = error instanceof Error ? error.message : 'The page could not be shown.'
  const advice =
    error instanceof SourceError
      ? error.advice
      : 'Reload to try again. A new release may have replaced the files that this page was made of.'
  return (
    <div className={styles.page} role="alert">
      <h1>This page failed</h1>
      <p>{message}</p>
      <p>{advice}</p>
      <p>
        <AppLink to="/models">All models</AppLink>
      </p>
      <button type="button" className={styles.reload} onClick={() => location.reload()}>
        Reload
      </button>
    </div>
  )
}
