import { useMemo } from 'react'
import { mapLoadable } from '@/panels/charts/mapLoadable'
import { TimePanel } from '@/panels/charts/TimePanel'
import { useSignal } from '@/panels/charts/useSignal'
import type { ChartInput } from '@/ui/charts/chartInput'
import { errorClasses } from './errorClasses'
import { uncompared, whose, type OutcomePanelProps } from './outcomePanel'
import { seriesOf, useVersionOf } from './versionOf'
import { VersionSegments } from './VersionSegments'

/** Errors per second by status, reason or exception, of one version: whose fault they are, and what broke. */
export function ErrorClassPanel({ model, champion, choice, before, markers, spans, ...look }: OutcomePanelProps) {
  const [version, setVersion] = useVersionOf(choice, champion)
  const { state, ...why } = useSignal('errors_by_class', model)
  const { data } = state
  const input = useMemo(
    (): ChartInput | undefined => data && { layers: [{ set: errorClasses(seriesOf(data, version)) }], markers: markers ?? [], spans: spans ?? [], stacked: true },
    [data, version, markers, spans],
  )
  return (
    <TimePanel
      title="Errors by class"
      unit={`per second, ${whose(version)}`}
      {...look}
      about={model === null ? undefined : { signal: 'errors_by_class', model: model.ref.name, version }}
      {...why}
      state={mapLoadable(state, input)}
      emptyText="No error was counted in this range."
      notes={uncompared(before)}
      actions={<VersionSegments label="Errors of" choice={choice} version={version} onChange={setVersion} />}
    />
  )
}
