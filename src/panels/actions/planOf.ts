import { compareVersions, type RegistryStage } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { plannedWrites, type PlannedWrite } from '@/domain/plannedWrites'
import type { DecisionContext } from '@/panels/evidence/decisionContext'

/** What a person enters beside the version. */
export interface PlanDetails {
  reason: string
  sunset: string | null
  replacement: string | null
  /** The open requests of the model. */
  requests: readonly { version: string }[]
}

/** What a decision will leave in the registry. */
export function planOf(
  { registry, action, model, version }: DecisionContext,
  { requests, ...details }: PlanDetails,
): readonly PlannedWrite[] {
  return plannedWrites({
    action,
    model: model.ref,
    aliasNames: registry.aliasNames,
    aliases: model.aliases,
    modelTags: model.tags,
    stages: stageHolders(model),
    version: { version: version.ref.version, stage: version.stage, tags: version.tags },
    stillPending: requests.some((request) => action !== 'promote' || request.version !== version.ref.version),
    ...details,
  })
}

/** The newest version in each stage. */
function stageHolders({ latestVersions }: RegisteredModel): Partial<Record<RegistryStage, string>> {
  const holders: Partial<Record<RegistryStage, string>> = {}
  for (const { ref, stage } of latestVersions.toSorted((a, b) => compareVersions(a.ref.version, b.ref.version)))
    if (stage !== null) holders[stage] = ref.version
  return holders
}
