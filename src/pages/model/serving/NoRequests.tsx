import { AppLink } from '@/ui/AppLink'

export interface NoRequestsProps {
  name: string
  /** The range in words: `24 h`. */
  range: string
}

/** Why there is no traffic to draw: nothing called it, or nothing counted it. */
export function NoRequests({ name, range }: NoRequestsProps) {
  return (
    <>
      <p>No requests in this range ({range}).</p>
      <p>
        Either nothing called {name}, or its metrics carry another name: <AppLink to="/sources">Sources</AppLink> lists label values that
        match no model. A model that runs on a schedule can say so with the tag <code>modeldeck.kind</code> = <code>batch</code>: its runs then
        stand here.
      </p>
    </>
  )
}
