import { describe, expect, it } from 'vitest'
import { fakePrimitives, type FakeModel } from '@/adapters/lifecycle/fakeRegistry'
import { modelWithRequest } from '@/adapters/requests/requestScenes'
import { command, modelInUse, scenes, startAt, withStages } from '@/adapters/lifecycle/fakeScenes'
import { createLifecycle } from '@/adapters/lifecycle/lifecycle'
import type { RegistryStage } from './lifecycle'
import { plannedWrites, recordId, type PlannedWrite } from './plannedWrites'

/** Everything of a model by a path of its own, so that two states can be compared. */
function facts(model: FakeModel): ReadonlyMap<string, string | null> {
  const all = new Map<string, string | null>()
  for (const [alias, version] of Object.entries(model.aliases)) all.set(`model alias ${alias}`, version)
  for (const [name, value] of Object.entries(model.tags)) all.set(`model tag ${name}`, value)
  for (const [version, { stage, tags }] of Object.entries(model.versions)) {
    all.set(`version ${version} stage stage`, stage)
    for (const [name, value] of Object.entries(tags)) all.set(`version ${version} tag ${name}`, value)
  }
  return all
}

/** What differs, with the record and its time as the plan writes them. */
function difference(before: FakeModel, after: FakeModel): Record<string, [string | null, string | null]> {
  const [old, next] = [facts(before), facts(after)]
  const changed: Record<string, [string | null, string | null]> = {}
  for (const path of new Set([...old.keys(), ...next.keys()])) {
    const pair: [string | null, string | null] = [old.get(path) ?? null, next.get(path) ?? null]
    if (pair[0] === pair[1]) continue
    const name = path.replace(/(modeldeck\.change\.|modeldeck\.comment\.\w{26}\.)\w{26}$/, `$1${recordId}`)
    if (name.includes('modeldeck.comment.')) changed[name] = [null, 'done']
    else if (name.includes('modeldeck.request.')) changed[name] = ['open', 'done']
    else changed[name] = name.endsWith(recordId) ? [null, 'record'] : name.endsWith('modeldeck.changed') ? [pair[0], 'now'] : pair
  }
  return changed
}

function byPath(writes: readonly PlannedWrite[]): Record<string, [string | null, string | null]> {
  return Object.fromEntries(
    writes.map(({ on, version, kind, name, before, after }) => [`${on}${version === undefined ? '' : ` ${version}`} ${kind} ${name}`, [before, after]]),
  )
}

const more = [
  { title: 'deprecate again, with other details', model: modelInUse, command: command('deprecate', '1', { reason: 'new reason' }), stages: 'none' },
  { title: 'deprecate the champion', model: modelInUse, command: command('deprecate', '2', { replacement: '3' }), stages: 'none' },
  { title: 'restore an archived one with stages', model: () => archived(withStages(modelInUse())), command: command('restore', '1'), stages: 'used' },
  { title: 'promote what was asked for and approved', model: () => modelWithRequest({ name: 'ben', kind: 'authenticated' }), command: command('promote', '3'), stages: 'none' },
  { title: 'promote another version than was asked for', model: modelWithRequest, command: command('promote', '4'), stages: 'none', stillPending: true },
  { title: 'promote what is no candidate', model: modelInUse, command: command('promote', '4'), stages: 'none' },
] as const

function archived(model: FakeModel): FakeModel {
  const first = model.versions['1']
  if (first) first.tags['modeldeck.lifecycle'] = 'archived'
  return model
}

describe('what is announced is what the adapter writes', () => {
  it.each([...scenes, ...more])('$title', async (scene) => {
    const model = scene.model()
    const before = structuredClone(model)
    let now = startAt
    const lifecycle = createLifecycle(
      fakePrimitives(model, { stages: scene.stages, now: () => now, sleep: async (ms) => void (now += ms) }),
    )
    expect(await lifecycle.execute(scene.command)).toMatchObject({ status: 'done' })

    const stages: Partial<Record<RegistryStage, string>> = {}
    for (const [id, { stage }] of Object.entries(before.versions)) if (stage && scene.stages === 'used') stages[stage] = id
    const { action, version, reason, sunset, replacement } = scene.command
    const planned = plannedWrites({
      action, reason, sunset, replacement, stages,
      model: scene.command.model,
      aliasNames: { production: 'champion', candidate: 'challenger' },
      aliases: before.aliases,
      modelTags: before.tags,
      stillPending: 'stillPending' in scene,
      version: { version, stage: before.versions[version]?.stage ?? null, tags: before.versions[version]?.tags ?? {} },
    })
    expect(byPath(planned)).toEqual(difference(before, model))
  })
})
