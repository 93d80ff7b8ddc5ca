import type { ModelVersion } from '@/domain/version'
import { KeyValueTable } from '@/panels/version/KeyValueTable'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'

/** The version's tags. Decision records are left out: they are shown as decisions. */
export function TagsPanel({ state }: { state: Loadable<ModelVersion> }) {
  return (
    <PanelFrame title="Tags" state={state} headingLevel={2} minHeight={64} isEmpty={(version) => shownTags(version).length === 0} emptyText="The version has no tags.">
      {(version) => <KeyValueTable name="Tags" entries={shownTags(version)} />}
    </PanelFrame>
  )
}

function shownTags({ tags, changes }: ModelVersion): readonly (readonly [string, string])[] {
  const read = new Set(changes.map(({ id }) => `modeldeck.change.${id}`))
  return Object.entries(tags)
    .filter(([key]) => !read.has(key))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
}
