import type { ModelVersion } from '@/domain/version'
import { DocText } from '@/panels/version/DocText'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import type { Loadable } from '@/ui/frame/loadable'

/** What the registry's description says of the version. */
export function DescriptionPanel({ state }: { state: Loadable<ModelVersion> }) {
  return (
    <PanelFrame
      title="Description"
      state={state}
      headingLevel={2}
      minHeight={36}
      isEmpty={({ description }) => description === null}
      emptyText="The version has no description: what changed, and why it was trained, is not written down."
    >
      {({ description }) => description !== null && <DocText text={description} clamp />}
    </PanelFrame>
  )
}
