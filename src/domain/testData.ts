import type { Lifecycle, RegistryStage } from './lifecycle'
import type { LoggedMetric } from './metric'
import type { RegisteredModel } from './model'
import { recognise } from './quality/recognise'
import type { Run } from './run'
import type { ModelVersion } from './version'

const ref = { source: 'mlflow', name: 'claim-fraud' }

/** A registered model for tests: named, and otherwise empty. */
export function aModel(said: Partial<RegisteredModel>): RegisteredModel {
  return {
    ref,
    description: null,
    createdAt: null,
    updatedAt: null,
    aliases: {},
    tags: {},
    latestVersions: [],
    owner: null,
    task: null,
    servingKind: null,
    policy: null,
    problems: [],
    ...said,
  }
}

/** A version for tests: ready, active and without a run; `state` and `stage` are set apart for brevity. */
export function aVersion(
  version: string,
  {
    state = 'active',
    sunset = null,
    stage = null,
    ...said
  }: Partial<ModelVersion> & { state?: Lifecycle['state']; sunset?: string | null; stage?: RegistryStage | null } = {},
): ModelVersion {
  return {
    ref: { ...ref, version },
    createdAt: null,
    updatedAt: null,
    description: null,
    status: 'ready',
    statusMessage: null,
    aliases: [],
    stage,
    lifecycle: { state, sunset, replacement: null, reason: null },
    tags: {},
    changes: [],
    runId: null,
    loggedModelId: null,
    sourceUri: null,
    createdBy: null,
    problems: [],
    ...said,
  }
}

/** A run for tests: named, and otherwise empty. */
export function aRun(said: Partial<Run> = {}): Run {
  return {
    id: 'r',
    name: null,
    experimentId: null,
    status: null,
    startedAt: null,
    endedAt: null,
    user: null,
    metrics: [],
    quality: {},
    params: {},
    tags: {},
    commit: null,
    problems: [],
    ...said,
  }
}

/** A run for tests that logged these values, recognised as the adapters do. */
export function aRunOf(values: Readonly<Record<string, number | null>>, said: Partial<Run> = {}): Run {
  const metrics = Object.entries(values).map(([key, value]): LoggedMetric => ({ key, value, step: 0, at: null }))
  return aRun({ metrics, quality: recognise(metrics), ...said })
}
