import { describe, expect, it } from 'vitest'
import { changesOf, encodeRequest, intentsOf } from '@/adapters/annotations'
import { SourceError } from '@/ports/sourceError'
import type { FakeClient, FakeModel, Method, Wire } from './fakeRegistry'
import { fakeError, fakePrimitives } from './fakeRegistry'
import { command, modelInUse, scenes, startAt, withStages } from './fakeScenes'
import { createLifecycle } from './lifecycle'

function open(model: FakeModel, options: Partial<FakeClient> & { at?: number } = {}) {
  let now = options.at ?? startAt
  const calls: Method[] = []
  const wire: FakeClient['wire'] = async (method, act) => {
    calls.push(method)
    await Promise.resolve()
    return act()
  }
  const primitives = fakePrimitives(model, {
    wire,
    now: () => now,
    sleep: async (ms) => void (now += ms),
    ...options,
  })
  return { ...createLifecycle(primitives), calls, wait: (ms: number) => void (now += ms), now: () => now }
}

async function failure(promise: Promise<unknown>): Promise<SourceError> {
  try {
    await promise
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('It did not fail.')
}

function refusing(refused: Method): Wire {
  return async (method, act) => {
    if (method === refused) throw fakeError('denied', 'Permission denied')
    return act()
  }
}

/** A tab that closes right after the intent is written. */
async function intentOf(model: FakeModel, at: number): Promise<string> {
  const wire: FakeClient['wire'] = async (_, act) => {
    await (intentsOf(model.tags).intents.length > 0 ? new Promise(() => undefined) : Promise.resolve())
    return act()
  }
  void open(model, { wire, at }).execute(command('promote', '4', { actor: { name: 'ben', kind: 'self-declared' } }))
  for (let turn = 0; turn < 50; turn += 1) await Promise.resolve()
  const id = intentsOf(model.tags).intents[0]?.change.id
  if (!id) throw new Error('No intent was written.')
  return id
}

const ana = { name: 'ana', kind: 'self-declared' } as const

describe('every command, undisturbed', () => {
  for (const scene of scenes)
    it(`${scene.title}, with the right to edit only`, async () => {
      const model = scene.model()
      const { execute, listChanges } = open(model, { stages: scene.stages, permission: 'edit' })
      const outcome = await execute(scene.command)
      if (outcome.status !== 'done') throw new Error(outcome.status)

      expect(outcome.change).toMatchObject({ action: scene.command.action, actor: 'ana', status: 'done', checks: scene.command.checks })
      const changes = await listChanges('fraud')
      expect(changes).toEqual([
        { ...outcome.change, model: { source: 'fake', name: 'fraud' }, version: scene.command.version },
      ])
      expect(intentsOf(model.tags).intents).toEqual([])
      expect(model.tags['modeldeck.pending']).toBe('no')
      expect(changesOf(model.versions[scene.command.version]?.tags ?? {}).problems).toEqual([])
    })
})

describe('promote', () => {
  it('moves the alias, removes the candidate’s last and records both versions', async () => {
    const model = modelInUse()
    const { execute, calls } = open(model)
    const outcome = await execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status: 'done', change: { from: '2', to: '3' }, notes: [] })
    expect(model.aliases).toEqual({ champion: '3' })
    expect(calls.at(-1)).toBe('deleteAlias')
    expect(calls.length).toBeLessThanOrEqual(20)
  })

  it('is done, with a note, where the candidate’s alias may not be removed', async () => {
    const model = modelInUse()
    const outcome = await open(model, { permission: 'edit' }).execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status: 'done', notes: ['The alias challenger still points at version 3 (no permission).'] })
    expect(model.aliases).toEqual({ champion: '3', challenger: '3' })
  })

  it('leaves a candidate’s alias on another version alone', async () => {
    const model = modelInUse()
    await open(model).execute(command('promote', '4'))
    expect(model.aliases).toEqual({ champion: '4', challenger: '3' })
  })

  it('moves the stage with the alias and archives the one before', async () => {
    const model = withStages(modelInUse())
    await open(model, { stages: 'used' }).execute(command('promote', '3'))
    expect([model.versions['2']?.stage, model.versions['3']?.stage]).toEqual(['Archived', 'Production'])
  })

  it('takes the stage back when the alias is refused', async () => {
    const model = withStages(modelInUse())
    const before = structuredClone(model)
    const error = await failure(open(model, { stages: 'used', wire: refusing('setAlias') }).execute(command('promote', '3')))
    expect(error.message).toBe('Permission denied. Nothing was changed.')
    expect(model.versions).toEqual(before.versions)
    expect(intentsOf(model.tags).intents).toEqual([])
  })

  it('closes the request that it carries out, and leaves others pending', async () => {
    const model = modelInUse()
    const request = {
      id: '01HNZXD07M5CEN5XA66EMZSRZ0',
      status: 'approved',
      requester: ana,
      at: startAt,
      reason: '',
      decidedBy: null,
      change: null,
    } as const
    const { key, value } = encodeRequest(request)
    for (const id of ['3', '4']) model.versions[id] = { stage: null, tags: { [key]: value, 'modeldeck.changed': 'x' } }
    const outcome = await open(model).execute(command('promote', '3'))
    if (outcome.status !== 'done') throw new Error(outcome.status)
    expect(JSON.parse(model.versions['3']?.tags[key] ?? '')).toMatchObject({ status: 'done', change: outcome.change.id })
    expect(model.tags['modeldeck.pending']).toBe('yes')
  })

  it('says what changed and by whom when the champion is not the one that was seen', async () => {
    const model = modelInUse()
    await open(model).execute(command('promote', '3', { actor: { name: 'ben', kind: 'authenticated' } }))
    const before = structuredClone(model)
    const outcome = await open(model, { at: startAt + 5000 }).execute(command('promote', '4'))
    expect(outcome).toMatchObject({ status: 'overtaken', found: '3', by: { actor: 'ben', to: '3' } })
    expect(model).toEqual(before)
  })

  it.each([
    ['a dangling alias counts as the champion', { champion: '9' }, '9', 'done'],
    ['no champion', {}, null, 'done'],
    ['no champion any more', {}, '2', 'overtaken'],
  ])('%s', async (_, aliases, seenChampion, status) => {
    const outcome = await open({ ...modelInUse(), aliases }).execute(command('promote', '3', { seenChampion }))
    expect(outcome.status).toBe(status)
  })
})

describe('what makes no sense is refused before anything is sent', () => {
  it.each([
    ['the champion itself', command('promote', '2'), 'Version 2 is in production already.'],
    ['a reason that does not fit', command('promote', '3', { reason: 'x'.repeat(1600) }), 'The reason has 1600 characters; at most 1500 fit into the registry.'],
    ['too much altogether', command('promote', '3', { overrides: ['y'.repeat(5000)] }), /characters long|too long/],
    ['no name', command('promote', '3', { actor: { name: ' ', kind: 'self-declared' } }), 'A decision needs the name of who makes it.'],
    ['not a date', command('deprecate', '4', { sunset: '2026-02-31' }), '"2026-02-31" is not a date.'],
    ['the champion without a replacement', command('deprecate', '2'), 'Version 2 is in production.'],
    ['archiving the champion', command('archive', '2'), 'Version 2 is in production.'],
    ['replacing itself', command('deprecate', '4', { replacement: '4' }), 'Version 4 cannot replace itself.'],
    ['restoring an active one', command('restore', '4'), 'Version 4 is active already.'],
    ['deprecating an archived one', command('deprecate', '3'), 'Version 3 is archived.'],
  ])('%s', async (_, bad, message) => {
    const model = modelInUse()
    model.versions['3'] = { stage: null, tags: { 'modeldeck.lifecycle': 'archived' } }
    const before = structuredClone(model)
    const error = await failure(open(model).execute(bad))
    expect(error.kind).toBe('rejected')
    expect(error.message).toMatch(message)
    expect(model).toEqual(before)
  })
})

describe('permission', () => {
  it.each(scenes)('a reader is told what is missing: $title', async (scene) => {
    const model = scene.model()
    const before = structuredClone(model)
    const error = await failure(open(model, { permission: 'read', stages: scene.stages }).execute(scene.command))
    expect([error.kind, error.message]).toEqual(['denied', 'Permission denied. Nothing was changed.'])
    expect(error.advice).toBe('This needs the permission EDIT on "fraud".')
    expect(model).toEqual(before)
  })
})

describe('somebody else’s intent', () => {
  it('with a smaller id is busy, and named; nothing of ours stays', async () => {
    const model = modelInUse()
    await intentOf(model, startAt - 60_000)
    const before = structuredClone(model)
    const outcome = await open(model).execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status: 'busy', intent: { actor: 'ben', to: '4' } })
    expect(model).toEqual(before)
  })

  it('with a larger id is waited for, some seconds long', async () => {
    const model = modelInUse()
    await intentOf(model, startAt + 60_000)
    const late = open(model)
    const outcome = await late.execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status: 'busy', intent: { actor: 'ben' } })
    expect(late.now() - startAt).toBe(6000)
    expect(intentsOf(model.tags).intents).toHaveLength(1)
  })

  it.each([-11, 11, 60 * 24 * 365 * 200])('whose clock is %d minutes off does not block for ever', async (minutes) => {
    const model = modelInUse()
    const id = await intentOf(model, startAt + minutes * 60_000)
    const { execute, listChanges, resolveIntent } = open(model)
    const outcome = await execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status: 'done', notes: [expect.stringContaining('An older decision of ben')] })
    expect(model.aliases['champion']).toBe('3')
    // It stays to be seen, and is judged by what holds now.
    expect((await listChanges('fraud')).find((c) => c.id === id)).toMatchObject({ status: 'intended', actor: 'ben' })
    expect(model.tags['modeldeck.pending']).toBe('yes')
    expect(await resolveIntent('fraud', id, 'finish', ana)).toMatchObject({ status: 'overtaken', found: '3' })
    expect(model.aliases['champion']).toBe('3')
    expect(model.tags['modeldeck.pending']).toBe('no')
  })

  it.each([
    ['not an id', 'modeldeck.intent.mine', 'whatever', 'done'],
    ['an id, not JSON, old', 'modeldeck.intent.01HNZXD07M5CEN5XA66EMZSRZ0', '{', 'done'],
    ['another id inside', 'modeldeck.intent.01HNZXD07M5CEN5XA66EMZSRZ0', '{"id":"01HNZXD07M5CEN5XA66EMZSRZ1"}', 'done'],
  ])('that is unreadable is named and passed over: %s', async (_, key, value, status) => {
    const model = modelInUse()
    model.tags[key] = value
    const outcome = await open(model).execute(command('promote', '3'))
    expect(outcome).toMatchObject({ status, notes: [`The tag ${key} cannot be read and was ignored.`] })
    expect(model.tags[key]).toBe(value)
  })

  it('can be finished by one and reverted by another at once: one way holds', async () => {
    const model = modelInUse()
    const id = await intentOf(model, startAt - 60_000)
    const [one, two] = await Promise.all([
      open(model).resolveIntent('fraud', id, 'finish', ana),
      open(model, { at: startAt + 1 }).resolveIntent('fraud', id, 'revert', { name: 'cy', kind: 'self-declared' }),
    ])
    expect(intentsOf(model.tags).intents).toEqual([])
    const record = changesOf(model.versions['4']?.tags ?? {}).changes[0]
    expect(record?.status).toBe(model.aliases['champion'] === '4' ? 'done' : 'reverted')
    expect([one, two].filter((o) => o.status === 'done' && o.change.endedBy?.name === record?.endedBy?.name)).not.toEqual([])
  })

  it('is reverted although its version has been deleted', async () => {
    const model = modelInUse()
    const id = await intentOf(model, startAt - 60_000)
    model.aliases['champion'] = '4'
    delete model.versions['4']
    const client = open(model)
    expect((await failure(client.resolveIntent('fraud', id, 'finish', ana))).message).toBe('Version 4 has been deleted.')
    const outcome = await client.resolveIntent('fraud', id, 'revert', ana)
    expect(outcome).toMatchObject({ status: 'done', change: { status: 'reverted' } })
    expect(model.aliases['champion']).toBe('2')
    expect(intentsOf(model.tags).intents).toEqual([])
  })
})

describe('giving up', () => {
  it('while waiting takes the intent back', async () => {
    const model = modelInUse()
    const controller = new AbortController()
    const reason = new Error('closed')
    const wire: FakeClient['wire'] = async (_, act) => {
      if (controller.signal.aborted && intentsOf(model.tags).intents.length > 0 && !closed) {
        closed = true
        throw reason
      }
      const result = act()
      if (intentsOf(model.tags).intents.length > 0) controller.abort(reason)
      return result
    }
    let closed = false
    await expect(open(model, { wire }).execute(command('promote', '3'), controller.signal)).rejects.toBe(reason)
    expect(intentsOf(model.tags).intents).toEqual([])
    expect(model.aliases['champion']).toBe('2')
    expect(model.tags['modeldeck.pending']).toBe('no')
  })
})
