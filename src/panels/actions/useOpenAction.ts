import { useSearchParams } from 'react-router'
import { actionOf } from '@/domain/address'
import type { ChangeAction } from '@/domain/change'

/** The action whose dialog is open, as the address holds it: `?action=promote&version=13`. */
export interface OpenAction {
  open: { action: ChangeAction; version: string | null } | null
  show: (action: ChangeAction, version: string) => void
  close: () => void
}

/** Reads and writes which dialog is open, so that a link can lead straight into it and a reload keeps it. */
export function useOpenAction(): OpenAction {
  const [params, setParams] = useSearchParams()
  const change = (edit: (after: URLSearchParams) => void) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        after.delete('action')
        after.delete('version')
        edit(after)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return {
    open: actionOf(params),
    show: (action, version) =>
      change((after) => {
        after.set('action', action)
        after.set('version', version)
      }),
    close: () => change(() => undefined),
  }
}
