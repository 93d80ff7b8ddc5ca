import { useQuery } from '@tanstack/react-query'
import type { Run } from '@/domain/run'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { KeyValueTable } from '@/panels/version/KeyValueTable'
import type { RegistrySource } from '@/ports/registry'
import { runsQuery } from '@/queries/registry'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'

const byName = new Intl.Collator('en', { numeric: true })

const kinds = [
  { title: 'Parameters', of: (run: Run) => run.params, empty: 'The run logged no parameter.' },
  { title: 'Tags of the run', of: (run: Run) => run.tags, empty: 'The run has no tag of its own.' },
] as const

/** What the run behind a version says of the training: parameters and tags. */
export function RunPanels({ registry, version }: { registry: RegistrySource; version: ModelVersion }) {
  const runs = useQuery(runsQuery(registry, [version]))
  const run = runs.data?.get(runIdOf(version) ?? '') ?? null
  const state: Loadable<Run | null> = { ...runs, data: runs.data === undefined ? undefined : run }
  const noRun =
    runIdOf(version) === null
      ? 'No run is known that made this version: register models from a run to keep both together.'
      : 'The run that made this version is gone or may not be read.'
  return kinds.map(({ title, of, empty }) => (
    <PanelFrame
      key={title}
      title={title}
      state={state}
      headingLevel={2}
      minHeight={96}
      isEmpty={(loaded) => loaded === null || entriesOf(of(loaded)).length === 0}
      emptyText={run === null ? noRun : empty}
    >
      {(loaded) => loaded && <KeyValueTable name={title} entries={entriesOf(of(loaded))} />}
    </PanelFrame>
  ))
}

function entriesOf(values: Readonly<Record<string, string>>) {
  // What the registry keeps for itself: whole files as JSON.
  return Object.entries(values)
    .filter(([key]) => !/^mlflow\.(?:log-model\.history|loggedArtifacts)/.test(key))
    .toSorted(([a], [b]) => byName.compare(a, b))
}
