import { useLocation, useSearchParams } from 'react-router'

/** Choices that the address holds under these names; what is absent was not chosen. */
export function useAddressChoice<Name extends string>(
  names: readonly Name[],
): [Partial<Record<Name, string>>, (next: Partial<Record<Name, string>>) => void] {
  const [params, setParams] = useSearchParams()
  const { state } = useLocation()
  const choice: Partial<Record<Name, string>> = {}
  for (const name of names) {
    const value = params.get(name)
    if (value !== null && value !== '') choice[name] = value
  }
  const choose = (next: Partial<Record<Name, string>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        for (const name of names) {
          const value = next[name]
          if (value !== undefined) after.set(name, value)
        }
        return after
      },
      // The state holds the way back out of a zoom.
      { replace: true, preventScrollReset: true, state },
    )
  return [choice, choose]
}
