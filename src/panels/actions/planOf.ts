import { compareVersions, type RegistryStage } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import { plannedWrites, type PlannedWrite } from '@/domain/plannedWrites'
import type { DecisionContext } from '@/panels/evidence/decisionContext'

/** What a decision will leave in the registry, given its reason. */
export function planOf(
  { registry, action, model, version }: DecisionContext,
  details: { sunset: string | null; replacement: string | null } = { sunset: null, replacement: null },
): (reason: string) => readonly PlannedWrite[] {
  return (reason) =>
    plannedWrites({
      action,
      model: model.ref,
      aliasNames: registry.aliasNames,
      aliases: model.aliases,
      modelTags: model.tags,
      stages: stageHolders(model),
      version: { version: version.ref.version, stage: version.stage, tags: version.tags },
      reason,
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
