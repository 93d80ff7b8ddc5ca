import type { Run } from '@/domain/run'
import { KeyValueTable } from '@/panels/version/KeyValueTable'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'

const byName = new Intl.Collator('en', { numeric: true })

/** The parameters that the run logged. */
export function ParamsPanel({ state }: { state: Loadable<Run | null> }) {
  return (
    <PanelFrame
      title="Parameters"
      state={state}
      headingLevel={2}
      minHeight={72}
      isEmpty={(run) => run === null || Object.keys(run.params).length === 0}
      emptyText={state.data ? 'The run logged no parameter.' : 'No run is known, so neither are its parameters.'}
    >
      {(run) => run && <KeyValueTable name="Parameters" entries={Object.entries(run.params).toSorted(([a], [b]) => byName.compare(a, b))} />}
    </PanelFrame>
  )
}
