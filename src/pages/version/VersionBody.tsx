import { useQuery } from '@tanstack/react-query'
import type { VersionRole } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { runIdOf, type ModelVersion } from '@/domain/version'
import { EvaluationPanels } from '@/panels/evaluation/EvaluationPanels'
import { ProblemList } from '@/panels/model-head/ProblemList'
import { servedModel } from '@/panels/servedModel'
import { ArtifactBrowser } from '@/panels/version/ArtifactBrowser'
import { CardView } from '@/panels/version/CardView'
import { SignaturePanel } from '@/panels/version/SignaturePanel'
import { useVersionFigures } from '@/panels/version/useVersionFigures'
import type { RegistrySource } from '@/ports/registry'
import { runsQuery } from '@/queries/registry'
import type { Loadable } from '@/ui/frame/loadable'
import { DecisionsPanel } from './DecisionsPanel'
import { DescriptionPanel } from './DescriptionPanel'
import { FactsPanel } from './FactsPanel'
import { LiveFacts } from './LiveFacts'
import { MetricsPanel } from './MetricsPanel'
import { ParamsPanel } from './ParamsPanel'
import { RetirementNote } from './RetirementNote'
import { SnippetsPanel } from './SnippetsPanel'
import { TagsPanel } from './TagsPanel'
import styles from './VersionPage.module.css'

export interface VersionBodyProps {
  registry: RegistrySource
  version: ModelVersion
  /** Where `version` came from: its panels show when it is old. */
  state: Loadable<ModelVersion>
  /** `undefined`: on its way, or failed. */
  model: RegisteredModel | undefined
  role: VersionRole | undefined
}

/** The page below its first line. */
export function VersionBody({ registry, version, state, model, role }: VersionBodyProps) {
  const figures = useVersionFigures(model ? servedModel(model) : null)
  const live = figures.of(version.ref.version)
  const runs = useQuery(runsQuery(registry, [version]))
  const run = runs.data?.get(runIdOf(version) ?? '') ?? null
  const runState = { ...runs, data: runs.data === undefined ? undefined : run }
  return (
    <>
      <RetirementNote version={version} requestRate={live?.rate ?? null} />
      <ProblemList problems={[...version.problems, ...(run?.problems ?? [])]} />
      {model && <LiveFacts figures={figures} live={live} champion={role === 'champion'} />}
      <div className={styles['columns']}>
        <div className={styles['column']}>
          <MetricsPanel registry={registry} version={version} model={model} />
          <DescriptionPanel state={state} />
          <EvaluationPanels registry={registry} version={version} />
          <CardView registry={registry} version={version} clamp />
          <SignaturePanel registry={registry} version={version} />
          <ArtifactBrowser registry={registry} version={version} />
        </div>
        <div className={styles['column']}>
          <FactsPanel registry={registry} state={state} runState={runState} />
          <SnippetsPanel registry={registry} version={version} model={model} />
          <DecisionsPanel state={state} />
          <ParamsPanel state={runState} />
          <TagsPanel state={state} />
        </div>
      </div>
    </>
  )
}
