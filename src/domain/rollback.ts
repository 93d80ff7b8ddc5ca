import type { Change } from './change'
import { isNewer } from './lifecycle'
import type { ModelVersion } from './version'

/** The version to go back to and how it was found. */
export interface RollbackTarget {
  version: string
  /** `record`: it served before the champion. `order`: it is the next older one, and may never have served. */
  by: 'record' | 'order'
}

/**
 * Where a rollback leads: to the version that the champion's own promotion replaced, else to the newest
 * older one. Unfinished, failed and retired versions are none. `null`: there is nothing to go back to.
 */
export function rollbackTarget(
  production: string,
  changes: readonly Pick<Change, 'status' | 'at' | 'from' | 'to'>[],
  versions: readonly ModelVersion[],
): RollbackTarget | null {
  const fit = versions.filter(
    ({ ref, status, lifecycle }) =>
      isNewer(production, ref.version) && status !== 'pending' && status !== 'failed' && lifecycle.state === 'active',
  )
  // The record of a rollback names a newer version, which is not among the fit: only promotions lead back.
  const decisions = changes
    .filter(({ status, to }) => status === 'done' && to === production)
    .toSorted((a, b) => b.at - a.at)
  const replaced = decisions.find(({ from }) => fit.some(({ ref }) => ref.version === from))?.from
  if (replaced != null) return { version: replaced, by: 'record' }
  const [newest] = fit.map(({ ref }) => ref.version).toSorted((a, b) => (isNewer(a, b) ? -1 : 1))
  return newest === undefined ? null : { version: newest, by: 'order' }
}
