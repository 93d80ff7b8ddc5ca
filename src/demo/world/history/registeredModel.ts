import type { ModelSpec, VersionSpec } from '@/demo/world/catalog/modelSpec'
import { pick, stream } from '@/demo/world/random'
import type { ModelRecord, RegistryState, VersionRecord } from '@/demo/world/registryState'
import { dayMs, type EpochMs } from '@/domain/time'
import { type Decision, promotionDecisions } from './decisions'
import { modelFiles } from './modelFiles'
import { versionQuality } from './quality'
import { trainingRun } from './run'
import { versionAges } from './versionAges'

const notes = [
  '', '', 'Scheduled retraining.', 'Retrained with last month’s labels.', 'Smaller trees, same score.', 'Fixes the encoding of unknown categories.',
] as const

/** Builds one model with its versions, runs and past decisions, and puts it into the registry. */
export function addRegisteredModel(state: RegistryState, seed: string, spec: ModelSpec, experimentId: string, start: EpochMs): void {
  const ages = versionAges(seed, spec)
  const next = stream(seed, spec.name, 'registry')
  const createdAt = (version: number) => Math.round(start - (ages.get(version) ?? 0) * dayMs)
  const versions = new Map<number, VersionRecord>()
  for (let version = 1; version <= spec.versions; version++) {
    const own = spec.version?.[version]
    const note = pick(next, notes)
    const quality = versionQuality(seed, spec, version)
    const run = own?.noRun === true ? null : trainingRun({ seed, spec, version, registeredAt: createdAt(version), experimentId, quality })
    if (run !== null) state.runs.set(run.id, run)
    versions.set(version, {
      version,
      createdAt: createdAt(version),
      updatedAt: createdAt(version),
      description: own?.description ?? note,
      stage: own?.stage ?? 'None',
      source: run === null ? 's3://acme-models/manual/model.pkl' : run.loggedModelId === null ? `mlflow-artifacts:/${experimentId}/${run.id}/artifacts/model` : `models:/${run.loggedModelId}`,
      runId: run?.id ?? '',
      status: 'READY',
      tags: new Map(Object.entries(versionTags(spec, own))),
    })
    if (run?.loggedModelId) {
      state.loggedModels.set(run.loggedModelId, {
        id: run.loggedModelId,
        experimentId,
        runId: run.id,
        name: 'model',
        createdAt: run.endedAt,
        updatedAt: run.endedAt,
        tags: new Map([
          ['mlflow.modelVersions', JSON.stringify([{ name: spec.name, version }])],
          ['mlflow.source.name', 'train.py'],
          ['mlflow.user', run.user],
        ]),
        files: () => loggedFiles(state, run.id, spec, version),
      })
    }
  }
  const decisions = promotionDecisions(seed, spec, start, (version) => {
    const quality = versionQuality(seed, spec, version)
    return quality.kind === 'classifier' ? quality.measures.f1 : quality.measures.mae
  })
  for (const decision of decisions) putDecision(versions, decision)
  const first = createdAt(1)
  state.models.set(spec.name, {
    name: spec.name,
    createdAt: first - 40_000,
    updatedAt: createdAt(spec.versions),
    description: spec.description,
    tags: new Map(Object.entries({
      'modeldeck.owner': spec.owner,
      'modeldeck.task': spec.task,
      'modeldeck.kind': spec.kind,
      ...(spec.cache !== undefined && spec.cache.kind !== 'own' && { 'modeldeck.serving': JSON.stringify({ cache: spec.cache.instance }) }),
      'modeldeck.retrain': JSON.stringify({ everyDays: spec.cadenceDays }),
      ...spec.tags,
    })),
    aliases: aliasesOf(spec),
    versions,
    lastVersion: Math.max(spec.versions, spec.dangling ?? 0),
  } satisfies ModelRecord)
}

/** Writes a record on the version that it is about. */
export function putDecision(versions: ReadonlyMap<number, VersionRecord>, decision: Decision): void {
  const tags = versions.get(decision.version)?.tags
  tags?.set(`modeldeck.change.${decision.id}`, decision.tagValue)
  tags?.set('modeldeck.changed', new Date(decision.at).toISOString())
}

function aliasesOf(spec: ModelSpec): Map<string, number> {
  const aliases = new Map<string, number>()
  const champion = spec.dangling ?? spec.promotions.at(-1)?.[0]
  if (champion !== undefined && (spec.production ?? 'alias') === 'alias') aliases.set('champion', champion)
  if (spec.challenger !== undefined) aliases.set('challenger', spec.challenger)
  return aliases
}

function versionTags(spec: ModelSpec, own: VersionSpec | undefined): Record<string, string> {
  return { dataset: `${spec.name.replaceAll(/[^\w-]/g, '_')}-features`, ...own?.tags }
}

/** The model's own folder of MLflow 3, with the card that was logged beside the run. */
function loggedFiles(state: RegistryState, runId: string, spec: ModelSpec, version: number): ReadonlyMap<string, string> {
  const run = state.runs.get(runId)
  const card = run?.files().get('MODEL_CARD.md')
  if (run === undefined) return new Map()
  const artifactUri = `mlflow-artifacts:/${run.experimentId}/models/${run.loggedModelId}/artifacts`
  const files = modelFiles(spec, { version, runId, modelId: run.loggedModelId, artifactUri, savedAt: run.endedAt })
  return card === undefined ? files : new Map([...files, ['MODEL_CARD.md', card]])
}
