import type { Artifact } from '@/domain/artifact'
import type { SourceInfo } from '@/domain/capability'
import type { Change, ChangeAction, RecordedCheck } from '@/domain/change'
import type { Identity } from '@/domain/identity'
import type { AliasNames } from '@/domain/lifecycle'
import type { Evaluation } from '@/domain/evaluation/evaluation'
import type { TestReport } from '@/domain/gate/evidence'
import type { ModelRef, RegisteredModel } from '@/domain/model'
import type { Problem } from '@/domain/problem'
import type { PlacedRequest, RequestAnswer } from '@/domain/request'
import type { MetricPoint, Run } from '@/domain/run'
import type { Signature } from '@/domain/signature'
import type { ModelVersion, VersionRef } from '@/domain/version'

/** One page of a list. `nextPageToken` is `null` on the last. */
export interface Page<T> {
  items: readonly T[]
  nextPageToken: string | null
}

export interface ModelQuery {
  /** Part of the name, any case; empty for all. */
  search: string
  pageSize: number
  pageToken: string | null
}

/** A document that a version or model keeps; untrusted Markdown. */
export interface ModelCard {
  markdown: string
  /** Where it was found: `MODEL_CARD.md`, `description`. */
  origin: string
}

/**
 * A model registry. Every method rejects with SourceError, or with the signal's reason when aborted.
 * Names and versions are the registry's own, unescaped: the adapter encodes them.
 */
export interface RegistrySource {
  readonly id: string
  readonly type: string
  readonly aliasNames: AliasNames
  /** `true`: config.json forbids writing. */
  readonly readOnly: boolean

  info(signal?: AbortSignal): Promise<SourceInfo>
  /** Who the registry says we are; `null` where it has no users. */
  whoAmI(signal?: AbortSignal): Promise<Identity | null>

  listModels(query: ModelQuery, signal?: AbortSignal): Promise<Page<RegisteredModel>>
  getModel(name: string, signal?: AbortSignal): Promise<RegisteredModel>
  /** Newest first, aliases joined from `model`. */
  listVersions(
    model: RegisteredModel,
    page: { pageSize: number; pageToken: string | null },
    signal?: AbortSignal,
  ): Promise<Page<ModelVersion>>
  getVersion(ref: VersionRef, signal?: AbortSignal): Promise<ModelVersion>
  /**
   * The production versions of many models (rows on screen): by name, absent where there is none or the
   * alias dangles. Never more calls than models.
   */
  getChampions(
    models: readonly RegisteredModel[],
    signal?: AbortSignal,
  ): Promise<ReadonlyMap<string, ModelVersion>>

  /**
   * Named versions of many models, in as few calls as the registry allows. What it no longer has is
   * absent. Aliases are not joined.
   */
  getVersions(refs: readonly VersionRef[], signal?: AbortSignal): Promise<readonly ModelVersion[]>

  /** Every version marked deprecated, across models, in one search. Aliases are not joined. */
  listDeprecated(signal?: AbortSignal): Promise<readonly ModelVersion[]>

  /**
   * Runs by id, in batches; ids that the registry does not know are absent. A `loggedModelId` may stand for
   * the run of a version that has none: what it logged comes back under that id.
   */
  getRuns(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, Run>>
  /** All logged points of one metric, ascending by step then time. */
  getMetricHistory(runId: string, key: string, signal?: AbortSignal): Promise<readonly MetricPoint[]>

  listArtifacts(version: ModelVersion, path: string, signal?: AbortSignal): Promise<readonly Artifact[]>
  /** A text artifact; rejects with `unsupported` above `maxBytes` (default 1 MB). */
  readArtifact(version: ModelVersion, path: string, signal?: AbortSignal): Promise<string>
  /** The bytes of an artifact, to be saved. */
  downloadArtifact(version: ModelVersion, path: string, signal?: AbortSignal): Promise<Blob>
  /** Where the browser can download it. */
  artifactUrl(version: ModelVersion, path: string): string | null
  /** `null` where the version has none. */
  getSignature(version: ModelVersion, signal?: AbortSignal): Promise<Signature | null>
  /** The model card file kept with the version; `null` where there is none. */
  getModelCard(version: ModelVersion, signal?: AbortSignal): Promise<ModelCard | null>
  /** How the tests of the version's run went, from a JUnit file or a tag; `null` where neither says (docs/tests-report.md). */
  getTestReport(version: ModelVersion, signal?: AbortSignal): Promise<TestReport | null>
  /** What the version's run keeps of its evaluation, from files, metrics and nested runs (docs/evaluation.md). */
  getEvaluation(version: ModelVersion, signal?: AbortSignal): Promise<Evaluation>

  /** The page of the registry's own UI; `null` where it has none. */
  webUrl(ref: ModelRef | VersionRef | { run: Run }): string | null
  /** Address and code that load the version, e.g. `models:/claim-fraud@champion`. */
  loadingSnippets(version: ModelVersion, model: RegisteredModel): readonly LoadingSnippet[]

  setOwner(name: string, owner: string, signal?: AbortSignal): Promise<void>
  setDescription(ref: ModelRef | VersionRef, markdown: string, signal?: AbortSignal): Promise<void>
  setModelTag(name: string, key: string, value: string, signal?: AbortSignal): Promise<void>
  setVersionTag(ref: VersionRef, key: string, value: string, signal?: AbortSignal): Promise<void>

  /**
   * Carries out one decision: re-reads, compares with what the person saw, writes the intent, writes,
   * reads back, records, deletes the intent. Resolves with what is now true; see CommandOutcome.
   */
  execute(command: LifecycleCommand, signal?: AbortSignal): Promise<CommandOutcome>
  /** Ends a decision that was interrupted: carries it through, or takes it back. */
  resolveIntent(name: string, intentId: string, how: 'finish' | 'revert', actor: Identity): Promise<CommandOutcome>
  /** The decisions recorded on versions of one model, newest first; `intended` ones are unfinished. */
  listChanges(name: string, signal?: AbortSignal): Promise<readonly RecordedChange[]>
  /**
   * Decisions across models, found by the tag `modeldeck.changed` instead of walking the fleet. A page holds
   * what stands on up to `pageSize` versions, the most recently registered versions first; the first page
   * also holds the decisions under way on any model.
   *
   * No registry orders versions by the time of a tag (in MLflow a tag does not even move
   * `last_updated_timestamp`), so what was decided last may stand on the last page: a time line is complete
   * only when every page was read. It costs one search a page (MLflow: about 80 ms and 0.6 MB for 1,000
   * versions), and one for the models with something pending.
   */
  listRecentChanges(
    page: { pageSize: number; pageToken: string | null },
    signal?: AbortSignal,
  ): Promise<ChangesPage>

  /** Files a request that a version be promoted, for somebody else to approve. */
  requestPromotion(draft: RequestDraft): Promise<RequestOutcome>
  /** Approves, rejects or withdraws a request. */
  answerRequest(answer: AnswerDraft): Promise<RequestOutcome>
  /** Says something to a request, open or not. */
  commentOnRequest(comment: CommentDraft): Promise<RequestOutcome>
  /** The requests on one model's versions, newest first, closed ones among them. */
  listRequests(name: string, signal?: AbortSignal): Promise<RequestList>
  /** The open requests on all models, newest first, found by the mark `modeldeck.pending` instead of walking the fleet. */
  listOpenRequests(signal?: AbortSignal): Promise<RequestList>
  /**
   * Requests on all models, closed ones among them, on up to `pageSize` versions that carry records; in the
   * same order and with the same limit as listRecentChanges.
   */
  listRecentRequests(page: { pageSize: number; pageToken: string | null }, signal?: AbortSignal): Promise<RequestsPage>
}

/** Requests, and those that are there and cannot be read. */
export interface RequestList {
  items: readonly PlacedRequest[]
  unreadable: readonly UnreadableRecord[]
}

export interface RequestsPage extends RequestList {
  nextPageToken: string | null
}

/** A request to be filed. */
export interface RequestDraft {
  model: ModelRef
  version: string
  actor: Identity
  reason: string
}

/** An answer to the request `id` on a version. */
export interface AnswerDraft {
  model: ModelRef
  version: string
  id: string
  answer: RequestAnswer
  actor: Identity
  /** May be empty. */
  reason: string
}

export interface CommentDraft {
  model: ModelRef
  version: string
  id: string
  actor: Identity
  text: string
}

/**
 * `done`: it holds; `request` is the request as the registry has it now · `overtaken`: it does not count,
 * because the request is closed, or (when filing) one is open already; `request` tells by whom.
 */
export interface RequestOutcome {
  status: 'done' | 'overtaken'
  request: PlacedRequest
  notes: readonly string[]
}

/** One page of versions that carry records, and what their records say. */
export interface ChangesPage extends Page<RecordedChange> {
  /** How many versions the page looked at. */
  versions: number
  /** Records that are there and cannot be read. */
  unreadable: readonly UnreadableRecord[]
}

/** A record that cannot be read, and where it stands. */
export interface UnreadableRecord {
  model: ModelRef
  /** `null`: on the model itself. */
  version: string | null
  problem: Problem
}

export interface LoadingSnippet {
  label: string
  language: 'text' | 'python' | 'bash'
  code: string
}

/** A decision with the version that carries its record. */
export interface RecordedChange extends Change {
  model: ModelRef
  /** The version that the record stands on; for an open intent, the one it is about. */
  version: string
}

/** What a person decided, with what they saw when they did. */
export interface LifecycleCommand {
  action: ChangeAction
  model: ModelRef
  /** The version that the action is about; for promote and rollback the new champion. */
  version: string
  /** The champion that the person saw; `null`: there was none. */
  seenChampion: string | null
  actor: Identity
  reason: string
  /** ISO date, for deprecate. */
  sunset: string | null
  /** Version, or `model/version`, for deprecate. */
  replacement: string | null
  checks: readonly RecordedCheck[]
  overrides: readonly string[]
}

/**
 * `done`: it holds, and is recorded · `overtaken`: the registry had changed, nothing of ours was kept;
 * `found` says what it holds now · `busy`: somebody else's decision on this model is under way.
 */
export type CommandOutcome =
  | { status: 'done'; change: Change; notes: readonly string[] }
  | { status: 'overtaken'; found: string | null; by: Change | null }
  | { status: 'busy'; intent: Change }
