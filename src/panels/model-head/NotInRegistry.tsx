import type { RegistrySource } from '@/ports/registry'
import { AppLink } from '@/ui/AppLink'
import { Button } from '@/ui/controls/Button'
import { EmptyState } from '@/ui/layout/EmptyState'
import styles from './NotInRegistry.module.css'
import { PageTitle } from './PageTitle'

export interface NotInRegistryProps {
  registry: RegistrySource
  name: string
  /** The version that is missing; `undefined`: the model itself is. */
  version?: string
  onRetry: () => unknown
}

/** A page whose registry answers, and does not have what the address names. */
export function NotInRegistry({ registry, name, version, onRetry }: NotInRegistryProps) {
  const what = version === undefined ? `no model called “${name}”` : `no version ${version} of “${name}”`
  return (
    <>
      <PageTitle title={`Not found: ${name}`} />
      <h1 className="sr-only">{name}</h1>
      <EmptyState
        title={`${registry.id} has ${what}`}
        action={
          <div className={styles['ways']}>
            <AppLink to={`/models?q=${encodeURIComponent(name)}`}>Search for “{name}”</AppLink>
            <AppLink to="/models">All models</AppLink>
            <Button size="small" onClick={() => void onRetry()}>
              Retry
            </Button>
          </div>
        }
      >
        It was renamed or deleted there, or the address has a typing error. What the registry does not let you see, it also
        calls missing.
      </EmptyState>
    </>
  )
}
