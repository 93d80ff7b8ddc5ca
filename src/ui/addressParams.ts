import { createContext, useContext } from 'react'
import { useNavigate, useSearchParams, type Location } from 'react-router'

/** Where the router is now, which a component sees only once that has been drawn. */
export const LatestLocationContext = createContext<(() => Location) | null>(null)

export interface ChangeOptions {
  /** A step of the browser's history of its own, so that Back undoes it; else it replaces the last one. */
  step?: boolean
  /** Kept with the new step. What replaces a step keeps that one's. */
  state?: unknown
}

/**
 * The parameters of the address, and a way to change them. A change builds on the last one even when that has
 * not been drawn yet; the router's own setter would lose it: https://reactrouter.com/api/hooks/useSearchParams
 */
export function useAddressParams(): [URLSearchParams, (edit: (params: URLSearchParams) => void, options?: ChangeOptions) => void] {
  const latest = useContext(LatestLocationContext)
  const [params] = useSearchParams()
  const navigate = useNavigate()
  const change = (edit: (params: URLSearchParams) => void, { step = false, state }: ChangeOptions = {}) => {
    if (latest === null) throw new Error('LatestLocationContext is missing above this component.')
    const before = latest()
    const after = new URLSearchParams(before.search)
    edit(after)
    void navigate({ search: after.toString() }, { replace: !step, preventScrollReset: true, state: step ? state : before.state })
  }
  return [params, change]
}

/** Writes a parameter; an absent value takes it out. */
export function setOrDelete(params: URLSearchParams, name: string, value: string | null): void {
  if (value === null || value === '') params.delete(name)
  else params.set(name, value)
}
