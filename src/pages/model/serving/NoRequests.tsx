import type { RegisteredModel } from '@/domain/model'
import { AppLink } from '@/ui/AppLink'

export interface NoRequestsProps {
  model: RegisteredModel | undefined
  name: string
  /** The range in words: `24 h`. */
  range: string
}

/** Why there is no traffic to draw: because of what the model is, or because nothing counted it. */
export function NoRequests({ model, name, range }: NoRequestsProps) {
  if (model?.servingKind === 'batch') {
    return (
      <>
        <p>No requests in this range ({range}).</p>
        <p>
          This is a batch model (tag <code>modeldeck.kind</code> = <code>batch</code>): it runs on a schedule and is not called, so
          there is no request rate, error rate or latency.
        </p>
      </>
    )
  }
  return (
    <>
      <p>No requests in this range ({range}).</p>
      <p>
        Either nothing called {name}, or its metrics carry another name: <AppLink to="/sources">Sources</AppLink> lists label values that
        match no model. A model that runs on a schedule can say so with the tag <code>modeldeck.kind</code> = <code>batch</code>.
      </p>
    </>
  )
}
