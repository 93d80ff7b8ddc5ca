import { InlineFailure, type InlineFailureProps } from './InlineFailure'

/** Says beside a figure that it is the last that came, and why no newer one did. */
export function StaleNote(props: InlineFailureProps) {
  return (
    <>
      Stale: <InlineFailure {...props} />
    </>
  )
}
