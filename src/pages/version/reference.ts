import type { Production } from '@/domain/lifecycle'
import type { ModelVersion } from '@/domain/version'

/** The version that another is held against. */
export interface Reference {
  version: string
  /** What it is: `champion`. */
  label: string
}

/** The champion; for the champion itself, the one that its own promotion replaced. `null`: there is none. */
export function referenceOf({ ref, changes }: ModelVersion, production: Production | null): Reference | null {
  if (production === null) return null
  if (production.version !== ref.version) return { version: production.version, label: 'champion' }
  const replaced = changes.find(({ action, status, to }) => action === 'promote' && status === 'done' && to === ref.version)?.from
  return replaced == null ? null : { version: replaced, label: 'previous champion' }
}
