import { useMemo } from 'react'
import { joinLoadables } from '@/panels/charts/joinLoadables'
import { TimePanel } from '@/panels/charts/TimePanel'
import { useSignal } from '@/panels/charts/useSignal'
import type { ChartInput } from '@/ui/charts/chartInput'
import { uncompared, whose, type OutcomePanelProps } from './outcomePanel'
import { seriesOf, useVersionOf } from './versionOf'
import { VersionSegments } from './VersionSegments'

/** Whether errors are slow (something times out) or fast (something refuses), apart from how long successes take. */
export function OutcomeLatencyPanel({ model, champion, choice, before, markers, spans, ...look }: OutcomePanelProps) {
  const [version, setVersion] = useVersionOf(choice, champion)
  const success = useSignal('latency_p95_success', model)
  const error = useSignal('latency_p95_error', model)
  const [good, bad] = [success.state.data, error.state.data]
  const input = useMemo((): ChartInput | undefined => {
    const layers = [
      { name: 'successes', set: good },
      { name: 'errors', set: bad },
    ].flatMap(({ name, set }) => (set === undefined ? [] : [{ name, set: seriesOf(set, version) }]))
    // One of the two may not be supported.
    const wanted = [success, error].filter(({ notSupported }) => notSupported === undefined).length
    return layers.length === 0 || layers.length < wanted ? undefined : { layers, markers: markers ?? [], spans: spans ?? [] }
    // oxlint-disable-next-line react/exhaustive-deps -- whether a signal is supported does not change while its answer stays
  }, [good, bad, version, markers, spans])
  const [asked, lacking] = success.notSupported === undefined ? [success, error.notSupported] : [error, success.notSupported]
  const both = success.notSupported !== undefined && error.notSupported !== undefined
  return (
    <TimePanel
      title="Duration by outcome"
      unit={`95th percentile, ${whose(version)}`}
      {...look}
      about={model === null ? undefined : { signal: 'latency_p95_error', model: model.ref.name, version }}
      state={joinLoadables([success, error].filter(({ notSupported }) => notSupported === undefined).map(({ state }) => state), input)}
      notConfigured={success.notConfigured}
      notSupported={both ? asked.notSupported : undefined}
      emptyText={
        <>
          No request was timed by its outcome in this range. With the Modeldeck convention the histogram carries the label <code>outcome</code>,{' '}
          <code>success</code> or <code>error</code>.
        </>
      }
      notes={[...(lacking?.reason === undefined || both ? [] : [lacking.reason]), ...uncompared(before)]}
      actions={<VersionSegments label="Latency of" choice={choice} version={version} onChange={setVersion} />}
    />
  )
}
