import type { ChangeAction } from './change'
import type { AliasNames, RegistryStage } from './lifecycle'
import type { ModelRef } from './model'

/** One thing that a decision leaves changed in the registry. `null` is absent. */
export interface PlannedWrite {
  on: 'model' | 'version'
  /** For `version`: which. */
  version?: string
  kind: 'alias' | 'stage' | 'tag'
  name: string
  before: string | null
  after: string | null
  /** It comes last and may fail: the decision then still holds, with a note. */
  optional?: true
}

/** What a decision starts from: the registry as it is on screen. */
export interface PlanInput {
  action: ChangeAction
  model: ModelRef
  aliasNames: AliasNames
  aliases: Readonly<Record<string, string>>
  modelTags: Readonly<Record<string, string>>
  /** The newest version in each stage; empty where the registry has none or the model uses none. */
  stages: Readonly<Partial<Record<RegistryStage, string>>>
  version: { version: string; stage: RegistryStage | null; tags: Readonly<Record<string, string>> }
  reason: string
  /** ISO date and version, for deprecate. */
  sunset: string | null
  replacement: string | null
  /** A request stays open on another version, so the mark that something is pending stays. */
  stillPending?: boolean
}

/** Stands for the id that the record will have. */
export const recordId = '<id>'

/**
 * Exactly what a decision that is carried out leaves in the registry, in the order of its writing; the intent
 * that is there meanwhile is not among it. Held against the adapter in plannedWrites.test.ts.
 */
export function plannedWrites(input: PlanInput): readonly PlannedWrite[] {
  const moves = input.action === 'promote' || input.action === 'rollback' ? championWrites(input) : lifecycleWrites(input)
  const tags = input.version.tags
  return [
    ...moves,
    tag(input, `modeldeck.change.${recordId}`, null, 'record'),
    tag(input, 'modeldeck.changed', tags['modeldeck.changed'] ?? null, 'now'),
    ...closedRequests(input),
    ...pendingMark(input),
    ...candidateAlias(input),
  ]
}

function championWrites({ aliasNames, aliases, stages, version }: PlanInput): PlannedWrite[] {
  const holder = stages.Production
  const byStage = holder !== undefined && holder !== version.version
  const before = own(aliases, aliasNames.production)
  return [
    ...(byStage
      ? ([
          { on: 'version', version: version.version, kind: 'stage', name: 'stage', before: version.stage, after: 'Production' },
          { on: 'version', version: holder, kind: 'stage', name: 'stage', before: 'Production', after: 'Archived' },
        ] as const)
      : []),
    ...(before === version.version
      ? []
      : [{ on: 'model', kind: 'alias', name: aliasNames.production, before, after: version.version } as const]),
  ]
}

const lifecycleWords = { deprecate: 'deprecated', archive: 'archived', restore: 'active' } as const

function lifecycleWrites(input: PlanInput): PlannedWrite[] {
  const { action, version, stages, reason, sunset, replacement } = input
  if (action === 'promote' || action === 'rollback') return []
  const clears = action !== 'archive'
  const wanted: readonly (readonly [name: string, value: string | null])[] = [
    ['modeldeck.sunset', clears || sunset !== null ? (sunset ?? '') : null],
    ['modeldeck.replacement', clears || replacement !== null ? (replacement ?? '') : null],
    ['modeldeck.reason', action === 'restore' ? '' : reason],
    ['modeldeck.lifecycle', lifecycleWords[action]],
  ]
  const stage = Object.keys(stages).length === 0 ? null : stageAfter(action, version.stage)
  return [
    ...(stage === null
      ? []
      : [{ on: 'version', version: version.version, kind: 'stage', name: 'stage', before: version.stage, after: stage.to } as const]),
    ...wanted.flatMap(([name, value]) =>
      // Absent and empty are the same: no command deletes a version's tag.
      value === null || (version.tags[name] ?? '') === value ? [] : [tag(input, name, version.tags[name] ?? null, value)],
    ),
  ]
}

function stageAfter(action: ChangeAction, stage: RegistryStage | null): { to: RegistryStage | null } | null {
  if (action === 'archive' && stage !== 'Archived') return { to: 'Archived' }
  return action === 'restore' && stage === 'Archived' ? { to: null } : null
}

/** A promotion carries out the open requests for it. */
function closedRequests(input: PlanInput): PlannedWrite[] {
  if (input.action !== 'promote') return []
  return Object.entries(input.version.tags)
    .filter(([name, value]) => name.startsWith(requestTag) && isOpen(value))
    .flatMap(([name]) => [
      tag(input, `modeldeck.comment.${name.slice(requestTag.length)}.${recordId}`, null, 'done'),
      tag(input, name, 'open', 'done'),
    ])
}

const requestTag = 'modeldeck.request.'

function isOpen(value: string): boolean {
  return /"status":\s*"(?:requested|approved)"/.test(value)
}

function pendingMark({ modelTags, stillPending = false }: PlanInput): PlannedWrite[] {
  const before = own(modelTags, 'modeldeck.pending')
  if (stillPending) return before === 'yes' ? [] : [{ on: 'model', kind: 'tag', name: 'modeldeck.pending', before, after: 'yes' }]
  return before === 'no' ? [] : [{ on: 'model', kind: 'tag', name: 'modeldeck.pending', before, after: 'no' }]
}

function candidateAlias({ action, aliasNames, aliases, version }: PlanInput): PlannedWrite[] {
  if (action !== 'promote' || own(aliases, aliasNames.candidate) !== version.version) return []
  return [{ on: 'model', kind: 'alias', name: aliasNames.candidate, before: version.version, after: null, optional: true }]
}

function tag({ version }: PlanInput, name: string, before: string | null, after: string): PlannedWrite {
  return { on: 'version', version: version.version, kind: 'tag', name, before, after }
}

function own(record: Readonly<Record<string, string>>, key: string): string | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null
}
