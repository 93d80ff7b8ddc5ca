import { setOrDelete, useAddressParams } from '@/ui/addressParams'

/** Whether the editor of the policy is open, as the address holds it: `?policy=edit`. */
export function usePolicyOpen(): [boolean, (open: boolean) => void] {
  const [params, change] = useAddressParams()
  return [params.get('policy') === 'edit', (open) => change((after) => setOrDelete(after, 'policy', open ? 'edit' : null))]
}
