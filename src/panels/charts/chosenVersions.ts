import { setOrDelete, useAddressParams } from '@/ui/addressParams'

/** The versions that the address asks to draw (`v=13,12`), and how to change that; `null`: the default. */
export function useChosenVersions(): [readonly string[] | null, (versions: readonly string[] | null) => void] {
  const [params, change] = useAddressParams()
  const text = params.get('v') ?? ''
  const chosen = text.split(',').filter((version) => version !== '')
  const choose = (versions: readonly string[] | null) =>
    change((after) => setOrDelete(after, 'v', versions?.join(',') ?? null))
  return [chosen.length === 0 ? null : chosen, choose]
}
