import { useLocation, useSearchParams } from 'react-router'

/** The versions that the address asks to draw (`v=13,12`), and how to change that; `null`: the default. */
export function useChosenVersions(): [readonly string[] | null, (versions: readonly string[] | null) => void] {
  const [params, setParams] = useSearchParams()
  const { state } = useLocation()
  const text = params.get('v') ?? ''
  const chosen = text.split(',').filter((version) => version !== '')
  const choose = (versions: readonly string[] | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (versions === null) after.delete('v')
        else after.set('v', versions.join(','))
        return after
      },
      // The state holds the way back out of a zoom.
      { replace: true, preventScrollReset: true, state },
    )
  return [chosen.length === 0 ? null : chosen, choose]
}
