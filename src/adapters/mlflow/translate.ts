import { changesOf, lifecycleOf, modelAnnotationsOf } from '@/adapters/annotations/index'
import { registryStages } from '@/domain/lifecycle'
import type { RegisteredModel } from '@/domain/model'
import type { ModelVersion, VersionStatus } from '@/domain/version'
import type { Tolerated } from './tolerant'
import type { ReadModel, ReadVersion } from './wire'

/** A registered model; its aliases are joined to the versions that came with it. */
export function translateModel({ value, problems }: Tolerated<ReadModel>, source: string): RegisteredModel {
  const aliases = Object.fromEntries(value.aliases.map(({ alias, version }) => [alias, version]))
  const tags = tagsOf(value.tags)
  const said = modelAnnotationsOf(tags)
  return {
    ref: { source, name: value.name },
    description: value.description || null,
    createdAt: value.creation_timestamp ?? null,
    updatedAt: value.last_updated_timestamp ?? null,
    aliases,
    tags,
    latestVersions: value.latest_versions.map((version) =>
      translateVersion({ value: version, problems: [] }, source, aliases),
    ),
    owner: said.owner,
    task: said.task,
    servingKind: said.servingKind,
    policy: said.policy,
    problems: [...problems, ...said.problems],
  }
}

/**
 * One version. `aliases` is the registered model's map: searches leave a version's own aliases out.
 * Without it, what the version itself says is taken (get sends it).
 */
export function translateVersion(
  { value, problems }: Tolerated<ReadVersion>,
  source: string,
  aliases?: Readonly<Record<string, string>>,
): ModelVersion {
  const tags = tagsOf(value.tags)
  const { lifecycle, problems: lifecycleProblems } = lifecycleOf(tags)
  const { changes, problems: changeProblems } = changesOf(tags)
  const stage = registryStages.find((known) => known === value.current_stage) ?? null
  const oddStage = stage === null && !['', 'None'].includes(value.current_stage ?? '')
  return {
    ref: { source, name: value.name, version: value.version },
    createdAt: value.creation_timestamp ?? null,
    updatedAt: value.last_updated_timestamp ?? null,
    description: value.description || null,
    status: statuses[value.status ?? 'READY'] ?? 'unknown',
    statusMessage: value.status_message || null,
    aliases: aliases === undefined ? value.aliases : aliasesOf(aliases, value.version),
    stage,
    lifecycle,
    tags,
    changes: changes.toSorted((a, b) => b.at - a.at),
    runId: value.run_id || null,
    loggedModelId: /^models:\/(m-[^/]+)\/?$/.exec(value.source ?? '')?.[1] ?? null,
    sourceUri: value.source || null,
    createdBy: value.user_id || null,
    problems: [
      ...problems,
      ...lifecycleProblems,
      ...changeProblems,
      ...(oddStage ? [{ field: 'current_stage', message: `"${value.current_stage}" is not a stage of MLflow.` }] : []),
    ],
  }
}

// https://mlflow.org/docs/latest/api_reference/rest-api.html#modelversionstatus; absent is READY (its default).
const statuses: Readonly<Record<string, VersionStatus>> = {
  READY: 'ready',
  PENDING_REGISTRATION: 'pending',
  FAILED_REGISTRATION: 'failed',
}

/** The aliases that point at a version, in the registry's order. */
export function aliasesOf(aliases: Readonly<Record<string, string>>, version: string): readonly string[] {
  return Object.keys(aliases).filter((alias) => aliases[alias] === version)
}

export function tagsOf(
  tags: readonly { key: string; value?: string | null | undefined }[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(tags.map(({ key, value }) => [key, value ?? '']))
}
