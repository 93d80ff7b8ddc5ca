import type { ChangeAction } from '@/domain/change'
import type { LifecycleCommand } from '@/ports/registry'
import type { FakeModel } from './fakeRegistry'

/** A time that the ids of tests begin with. */
export const startAt = Date.parse('2026-03-01T09:00:00Z')

/** Version 1 to 4; 2 is the champion, 3 the challenger, 1 deprecated. */
export function modelInUse(): FakeModel {
  return {
    aliases: { champion: '2', challenger: '3' },
    tags: { 'modeldeck.owner': 'risk-team' },
    versions: {
      1: {
        stage: null,
        tags: { 'modeldeck.lifecycle': 'deprecated', 'modeldeck.sunset': '2026-04-01', 'modeldeck.reason': 'old' },
      },
      2: { stage: null, tags: {} },
      3: { stage: null, tags: {} },
      4: { stage: null, tags: { team: 'risk' } },
    },
  }
}

export function withStages(model: FakeModel): FakeModel {
  const stages = { 1: 'Archived', 2: 'Production', 3: 'Staging' } as const
  for (const [id, stage] of Object.entries(stages)) {
    const version = model.versions[id]
    if (version) version.stage = stage
  }
  return model
}

export function command(action: ChangeAction, version: string, over: Partial<LifecycleCommand> = {}): LifecycleCommand {
  return {
    action,
    model: { source: 'fake', name: 'fraud' },
    version,
    seenChampion: '2',
    actor: { name: 'ana', kind: 'self-declared' },
    reason: 'because',
    sunset: null,
    replacement: null,
    checks: [['f1', 'pass', '0.92', '≥ 0.85']],
    overrides: [],
    ...over,
  }
}

/** A command on a registry where it makes sense. */
export interface Scene {
  title: string
  model: () => FakeModel
  command: LifecycleCommand
  stages: 'used' | 'none'
}

/** Every kind of command. */
export const scenes: readonly Scene[] = [
  { title: 'promote', model: modelInUse, command: command('promote', '3'), stages: 'none' },
  {
    title: 'promote where stages are used',
    model: () => withStages(modelInUse()),
    command: command('promote', '3'),
    stages: 'used',
  },
  {
    title: 'promote where only stages are used',
    model: () => ({ ...withStages(modelInUse()), aliases: {} }),
    command: command('promote', '3'),
    stages: 'used',
  },
  {
    title: 'promote the first',
    model: () => ({ ...modelInUse(), aliases: {} }),
    command: command('promote', '3', { seenChampion: null }),
    stages: 'none',
  },
  { title: 'roll back', model: modelInUse, command: command('rollback', '1'), stages: 'none' },
  {
    title: 'roll back where stages are used',
    model: () => withStages(modelInUse()),
    command: command('rollback', '1'),
    stages: 'used',
  },
  {
    title: 'deprecate',
    model: modelInUse,
    command: command('deprecate', '4', { sunset: '2026-12-31', replacement: '2' }),
    stages: 'none',
  },
  { title: 'archive', model: modelInUse, command: command('archive', '1'), stages: 'none' },
  {
    title: 'archive where stages are used',
    model: () => withStages(modelInUse()),
    command: command('archive', '3'),
    stages: 'used',
  },
  { title: 'restore', model: modelInUse, command: command('restore', '1'), stages: 'none' },
  {
    title: 'restore where stages are used',
    model: () => withStages(modelInUse()),
    command: command('restore', '1'),
    stages: 'used',
  },
]
