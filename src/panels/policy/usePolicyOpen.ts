import { useSearchParams } from 'react-router'

/** Whether the editor of the policy is open, as the address holds it: `?policy=edit`. */
export function usePolicyOpen(): [boolean, (open: boolean) => void] {
  const [params, setParams] = useSearchParams()
  const set = (open: boolean) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (open) after.set('policy', 'edit')
        else after.delete('policy')
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return [params.get('policy') === 'edit', set]
}
