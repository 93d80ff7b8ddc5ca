import { setOrDelete, useAddressParams } from '@/ui/addressParams'

/** The version for which the dialog that files a request is open, as the address holds it: `?request=13`. */
export function useOpenRequest(): { open: string | null; show: (version: string) => void; close: () => void } {
  const [params, change] = useAddressParams()
  const set = (version: string | null) => change((after) => setOrDelete(after, 'request', version))
  return { open: params.get('request') || null, show: set, close: () => set(null) }
}
