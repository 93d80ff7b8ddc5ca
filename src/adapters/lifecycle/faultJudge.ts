import { changesOf, intentsOf, lifecycleOf } from '@/adapters/annotations'
import type { Change } from '@/domain/change'
import { movesChampion } from '@/domain/change'
import type { CommandOutcome, LifecycleCommand } from '@/ports/registry'
import type { FakeModel } from './fakeRegistry'
import { fakePrimitives } from './fakeRegistry'
import type { Scene } from './fakeScenes'
import { startAt } from './fakeScenes'
import { createLifecycle } from './lifecycle'

/** How a command ended for the person who gave it; `closed`: the tab is gone, and nobody was told anything. */
export type Ending = CommandOutcome | { status: 'failed'; message: string } | { status: 'closed' }

/** What a registry holds of the subject of a command, before it and after. */
export interface Ends {
  before: unknown
  after: unknown
}

/** What the registry says of the subject of a command, in a form that can be compared. */
export function effectOf(model: FakeModel, { command, stages }: Scene): unknown {
  const version = model.versions[command.version]
  const stagesNow = stages === 'used' ? Object.values(model.versions).map((v) => v.stage) : []
  if (!movesChampion(command)) return { lifecycle: lifecycleOf(version?.tags ?? {}).lifecycle, stage: version?.stage }
  const byStage = Object.entries(model.versions).find(([, v]) => v.stage === 'Production')?.[0]
  return { champion: model.aliases['champion'] ?? byStage ?? null, stagesNow }
}

/** What a command leads to where nothing goes wrong, by the registry in memory. */
export async function endsOf(scene: Scene): Promise<Ends> {
  const model = scene.model()
  const before = effectOf(model, scene)
  const primitives = fakePrimitives(model, { stages: scene.stages, now: () => startAt, sleep: () => Promise.resolve() })
  await createLifecycle(primitives).execute(scene.command)
  return { before, after: effectOf(model, scene) }
}

/** The newest record of a command. */
export function recordOf(model: FakeModel, command: Pick<LifecycleCommand, 'version'>): Change | undefined {
  return changesOf(model.versions[command.version]?.tags ?? {}).changes[0]
}

/** What is wrong with what a registry holds after an ending; empty: it is true, and what is open shows. */
export function liesOf(model: FakeModel, scene: Scene, ending: Ending, { before, after }: Ends): string[] {
  const found: string[] = []
  const now = JSON.stringify(effectOf(model, scene))
  const is = { before: now === JSON.stringify(before), after: now === JSON.stringify(after) }
  const open = intentsOf(model.tags).intents
  const written = recordOf(model, scene.command)

  const target = model.aliases['champion']
  if (target !== undefined && !model.versions[target]) found.push('the alias dangles')
  if (open.length === 0 && !is.before && !is.after) found.push('half done, and nothing shows it')
  if (open.length === 0 && is.after && !is.before && written?.status !== 'done') found.push('done without a record')
  if (open.length === 0 && is.before && !is.after && written?.status === 'done') found.push('recorded as done, but it is not')
  if (open.length > 0 && model.tags['modeldeck.pending'] !== 'yes') found.push('open, but not marked')
  if (ending.status === 'done' && ending.change.status === 'done' && (!is.after || !written)) found.push('told done, but it is not')
  if (ending.status === 'done' && ending.change.status === 'reverted' && !is.before) found.push('told reverted, but it is not')
  if (ending.status === 'failed' && ending.message.includes('Nothing was changed') && (!is.before || open.length > 0 || written))
    found.push('told that nothing was changed')
  if (ending.status === 'overtaken' || ending.status === 'busy') found.push('told of others where there were none')
  if (ending.status === 'failed' && !/Nothing was changed|unfinished/.test(ending.message) && open.length > 0)
    found.push(`left open without a word: ${ending.message}`)
  return found
}

/** What is wrong after somebody has finished or reverted an open decision; empty: it is ended as they asked. */
export function unresolved(model: FakeModel, scene: Scene, how: 'finish' | 'revert', outcome: CommandOutcome, { before, after }: Ends): string[] {
  const wanted = how === 'finish' ? after : before
  if (outcome.status !== 'done') return [`${how}: ${outcome.status}`]
  if (JSON.stringify(effectOf(model, scene)) !== JSON.stringify(wanted)) return [`${how}: not what it should be`]
  if (recordOf(model, scene.command)?.status !== (how === 'finish' ? 'done' : 'reverted')) return [`${how}: record`]
  if (intentsOf(model.tags).intents.length > 0) return [`${how}: still open`]
  return model.tags['modeldeck.pending'] === 'no' ? [] : [`${how}: still marked`]
}
