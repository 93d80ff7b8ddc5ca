import { useAddressParams } from '@/ui/addressParams'

/** Choices that the address holds under these names; what is absent was not chosen. */
export function useAddressChoice<Name extends string>(
  names: readonly Name[],
): [Partial<Record<Name, string>>, (next: Partial<Record<Name, string>>) => void] {
  const [params, change] = useAddressParams()
  const choice: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = params.get(name)
    if (value !== null && value !== '') choice[name] = value
  }
  const choose = (next: Partial<Record<Name, string>>) =>
    change((after) => {
      for (const name of names) {
        const value = next[name]
        if (value !== undefined) after.set(name, value)
      }
    })
  return [choice, choose]
}
