import { actionOf } from '@/domain/address'
import type { ChangeAction } from '@/domain/change'
import { useAddressParams } from '@/ui/addressParams'

/** The action whose dialog is open, as the address holds it: `?action=promote&version=13`. */
export interface OpenAction {
  open: { action: ChangeAction; version: string | null } | null
  show: (action: ChangeAction, version: string) => void
  close: () => void
}

/** Reads and writes which dialog is open, so that a link can lead straight into it and a reload keeps it. */
export function useOpenAction(): OpenAction {
  const [params, change] = useAddressParams()
  return {
    open: actionOf(params),
    show: (action, version) =>
      change((after) => {
        after.set('action', action)
        after.set('version', version)
      }),
    close: () =>
      change((after) => {
        after.delete('action')
        after.delete('version')
      }),
  }
}
