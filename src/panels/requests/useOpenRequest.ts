import { useSearchParams } from 'react-router'

/** The version for which the dialog that files a request is open, as the address holds it: `?request=13`. */
export function useOpenRequest(): { open: string | null; show: (version: string) => void; close: () => void } {
  const [params, setParams] = useSearchParams()
  const change = (version: string | null) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before)
        if (version === null) after.delete('request')
        else after.set('request', version)
        return after
      },
      { replace: true, preventScrollReset: true },
    )
  return { open: params.get('request') || null, show: (version) => change(version), close: () => change(null) }
}
