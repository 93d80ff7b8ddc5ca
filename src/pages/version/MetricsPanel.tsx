import { useQuery } from '@tanstack/react-query'
import { productionOf } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { versionWords } from '@/domain/words'
import { MetricsTable } from '@/panels/version/MetricsTable'
import type { RegistrySource } from '@/ports/registry'
import { runsQuery, versionQuery } from '@/queries/registry'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import { referenceOf } from './reference'

export interface MetricsPanelProps {
  registry: RegistrySource
  version: ModelVersion
  model: RegisteredModel | undefined
}

/** What was measured of the version, against the champion; of the champion, against the one before it. */
export function MetricsPanel({ registry, version, model }: MetricsPanelProps) {
  const reference = model ? referenceOf(version, productionOf(model, registry.aliasNames)) : null
  const other = useQuery({
    ...versionQuery(registry, { ...version.ref, version: reference?.version ?? '' }),
    enabled: reference !== null,
  })
  const versions = other.data && reference ? [other.data, version] : [version]
  const state = useQuery({ ...runsQuery(registry, versions), enabled: reference === null || !other.isPending })
  const measured = versions.map((one) => ({
    version: one.ref.version,
    label: one === version ? versionWords(one.ref.version) : `${reference?.label ?? ''} ${versionWords(one.ref.version)}`,
    run: state.data?.get(runIdOf(one) ?? '') ?? null,
  }))
  return (
    <PanelFrame
      title="Metrics"
      {...(versions.length > 1 && { unit: `against the ${measured[0]?.label ?? ''}` })}
      state={state}
      headingLevel={2}
      minHeight={132}
      isEmpty={(runs) => runs.size === 0}
      emptyText={
        runIdOf(version) === null
          ? 'No run is known that made this version, so nothing that was measured can be shown. Register models from a run to keep both together.'
          : 'The run that made this version is gone or may not be read.'
      }
      notes={reference && other.error ? [`The ${reference.label} ${versionWords(reference.version)} could not be read: ${other.error.message}`] : []}
    >
      {() => <MetricsTable versions={measured} task={model?.task ?? null} />}
    </PanelFrame>
  )
}
