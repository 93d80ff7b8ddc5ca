import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { intentsOf, tagNames } from '@/adapters/annotations'
import { modelInUse, scenes } from '@/adapters/lifecycle/fakeScenes'
import type { Scene } from '@/adapters/lifecycle/fakeScenes'
import { effectOf, endsOf, liesOf, unresolved } from '@/adapters/lifecycle/faultJudge'
import { createMlflow } from '@/adapters/mlflow/index'
import { isOpenRequest } from '@/domain/request'
import type { LifecycleCommand, RegistrySource } from '@/ports/registry'
import { SourceError } from '@/ports/sourceError'
import { openTabUntil } from './browserTab'
import { Registry, setting } from './registry'
import { startMlflowWithAccounts, stopAll } from './servers.mjs'

/*
 * Every command as a user who has EDIT on the model and nothing more, and as one who may only read, on a real
 * MLflow with accounts, which is started here. MODELDECK_VENV names a virtual environment with mlflow[auth].
 */

const folder = mkdtempSync(join(tmpdir(), 'modeldeck-accounts-'))
const people = { editor: '', approver: '', reader: '' }
let url = ''
let admin = new Registry('')
let models = 0

beforeAll(async () => {
  const server = await startMlflowWithAccounts(join(setting('MODELDECK_VENV'), 'bin', 'python'), folder)
  url = server.url
  admin = new Registry(url, server.admin)
  for (const who of ['editor', 'approver', 'reader'] as const) people[who] = await admin.createUser(who)
})

afterAll(async () => {
  await stopAll()
  rmSync(folder, { recursive: true, force: true })
})

/** MLflow as this person's browser reaches it. */
function as(who: keyof typeof people, through?: typeof fetch): RegistrySource {
  const headers = { Authorization: `Basic ${Buffer.from(people[who]).toString('base64')}` }
  return createMlflow({
    id: 'live',
    baseUrl: url,
    aliasNames: { production: 'champion', candidate: 'challenger' },
    readOnly: false,
    clock: { now: () => Date.now() },
    http: { headers, ...(through && { fetch: through }) },
  })
}

/** A model of its own, which the editor and the approver may edit. */
async function modelOf(held: ReturnType<Scene['model']>): Promise<string> {
  const name = `accounts-${(models += 1)}`
  await admin.create(name, held)
  await admin.letEdit(name, ['editor', 'approver'])
  return name
}

function model(name: string) {
  return { source: 'live', name }
}

function commandOf({ command }: Scene, name: string) {
  return { ...command, model: model(name) }
}

/** The editor's tab is closed when the intent and the first write that counts have arrived. @returns the id of what is left open */
async function interrupt(name: string, command: LifecycleCommand): Promise<string> {
  const tab = openTabUntil(3)
  await Promise.race([as('editor', tab.fetch).execute(command), tab.closed])
  const [open] = intentsOf((await admin.read(name)).tags).intents
  if (open === undefined) throw new Error('Nothing was left open')
  return open.change.id
}

async function refusalOf(tried: Promise<unknown>): Promise<SourceError> {
  try {
    await tried
  } catch (error) {
    if (error instanceof SourceError) return error
    throw error
  }
  throw new Error('It was not refused')
}

const editor = { name: 'editor', kind: 'authenticated' } as const
const approver = { name: 'approver', kind: 'authenticated' } as const
/** Reverting it takes an alias away. */
const first = 'promote the first'

describe('who may edit a model and nothing more', () => {
  it('is known by name', async () => {
    expect(await as('editor').whoAmI()).toEqual(editor)
  })

  it.each(scenes)('completes: $title', async (scene) => {
    const ends = await endsOf(scene)
    const name = await modelOf(scene.model())
    const outcome = await as('editor').execute(commandOf(scene, name))
    const held = await admin.read(name)
    expect(liesOf(held, scene, outcome, ends)).toEqual([])
    expect(effectOf(held, scene)).toEqual(ends.after)
    // Taking the candidate's alias away needs MANAGE: it is left, and said.
    const left = scene.command.action === 'promote' && scene.model().aliases['challenger'] === scene.command.version
    expect(outcome).toMatchObject({ status: 'done', notes: left ? ['The alias challenger still points at version 3 (no permission).'] : [] })
  })

  // Each of them waits for seconds, by the protocol: one scene of each kind.
  const kinds = new Set(['promote where stages are used', first, 'roll back', 'deprecate', 'archive where stages are used', 'restore'])
  const endings = scenes.filter(({ title }) => kinds.has(title)).flatMap((scene) => (['finish', 'revert'] as const).map((how) => [how, scene.title, scene] as const))
  it.concurrent.each(endings.filter(([how, title]) => how === 'finish' || title !== first))('can %s what was interrupted: %s', async (how, _, scene) => {
    const ends = await endsOf(scene)
    const name = await modelOf(scene.model())
    const id = await interrupt(name, commandOf(scene, name))
    const outcome = await as('approver').resolveIntent(name, id, how, approver)
    expect(unresolved(await admin.read(name), scene, how, outcome, ends)).toEqual([])
  })

  it.concurrent.each(endings.filter(([how, title]) => how === 'revert' && title === first))('cannot %s: %s, and is told that it needs MANAGE', async (how, _, scene) => {
    const name = await modelOf(scene.model())
    const id = await interrupt(name, commandOf(scene, name))
    const refused = await refusalOf(as('approver').resolveIntent(name, id, how, approver))
    expect(refused).toMatchObject({ kind: 'denied', advice: expect.stringContaining('MANAGE') })
    expect(intentsOf((await admin.read(name)).tags).intents.map(({ change }) => change.id)).toEqual([id])
    expect(await as('approver').resolveIntent(name, id, 'finish', approver)).toMatchObject({ status: 'done' })
  })

  it('asks, approves, talks and promotes; the request is closed with it', async () => {
    const name = await modelOf(modelInUse())
    const { request } = await as('editor').requestPromotion({ model: model(name), version: '3', actor: editor, reason: 'better recall' })
    const about = { model: model(name), version: '3', id: request.id }
    expect(await as('approver').commentOnRequest({ ...about, actor: approver, text: 'On which data?' })).toMatchObject({ status: 'done' })
    const approved = await as('approver').answerRequest({ ...about, answer: 'approved', actor: approver, reason: 'seen' })
    expect(approved).toMatchObject({ status: 'done', request: { status: 'approved', requester: editor, decidedBy: approver } })
    const [promote] = scenes
    if (promote === undefined) throw new Error('no scene')
    await as('editor').execute(commandOf(promote, name))
    const { items } = await as('editor').listRequests(name)
    expect(items).toMatchObject([{ id: request.id, status: 'done' }])
    expect(items.filter(isOpenRequest)).toEqual([])
    expect((await admin.read(name)).tags[tagNames.pending]).toBe('no')
  })

  it('rejects and withdraws requests', async () => {
    const name = await modelOf(modelInUse())
    for (const [answer, who] of [
      ['rejected', 'approver'],
      ['withdrawn', 'editor'],
    ] as const) {
      const { request } = await as('editor').requestPromotion({ model: model(name), version: '3', actor: editor, reason: answer })
      const ended = await as(who).answerRequest({ model: model(name), version: '3', id: request.id, answer, actor: { name: who, kind: 'authenticated' }, reason: '' })
      expect(ended).toMatchObject({ status: 'done', request: { status: answer } })
    }
  })

  it('sets the owner, the policy, descriptions and tags', async () => {
    const name = await modelOf(modelInUse())
    const registry = as('editor')
    const policy = JSON.stringify({ gates: { two_people: 'required' } })
    await registry.setOwner(name, 'fraud-team')
    await registry.setModelTag(name, tagNames.policy, policy)
    await registry.setDescription(model(name), 'What it is for.')
    await registry.setDescription({ ...model(name), version: '3' }, 'What is new.')
    await registry.setVersionTag({ ...model(name), version: '3' }, 'team', 'risk')
    expect(await registry.getModel(name)).toMatchObject({ owner: 'fraud-team', description: 'What it is for.', tags: { [tagNames.policy]: policy } })
    expect(await registry.getVersion({ ...model(name), version: '3' })).toMatchObject({ description: 'What is new.', tags: { team: 'risk' } })
  })
})

describe('who may only read', () => {
  const reader = { name: 'reader', kind: 'authenticated' } as const
  const writes: readonly (readonly [what: string, write: (registry: RegistrySource, name: string) => Promise<unknown>])[] = [
    ['ask for a promotion', (registry, name) => registry.requestPromotion({ model: model(name), version: '3', actor: reader, reason: 'please' })],
    ['set the owner', (registry, name) => registry.setOwner(name, 'me')],
    ['set the policy', (registry, name) => registry.setModelTag(name, tagNames.policy, '{}')],
    ['describe the model', (registry, name) => registry.setDescription(model(name), 'mine')],
    ['describe a version', (registry, name) => registry.setDescription({ ...model(name), version: '3' }, 'mine')],
    ['tag a version', (registry, name) => registry.setVersionTag({ ...model(name), version: '3' }, 'team', 'mine')],
    ...scenes.map((scene) => [scene.title, (registry: RegistrySource, name: string) => registry.execute(commandOf(scene, name))] as const),
  ]

  it.each(writes)('is told what is missing, and nothing is half-written: %s', async (what, write) => {
    const scene = scenes.find(({ title }) => title === what)
    const name = await modelOf(scene?.model() ?? modelInUse())
    const before = await admin.read(name)
    const refused = await refusalOf(write(as('reader'), name))
    expect(refused).toMatchObject({ kind: 'denied', status: 403 })
    expect(refused.advice).toContain('EDIT')
    expect(await admin.read(name)).toEqual(before)
  })

  it.each(['approved', 'rejected', 'withdrawn'] as const)('cannot answer a request: %s', async (answer) => {
    const name = await modelOf(modelInUse())
    // Only who asked may withdraw: in their name, by somebody who may write.
    const requester = { name: answer === 'withdrawn' ? 'reader' : 'editor', kind: 'authenticated' } as const
    const { request } = await as('editor').requestPromotion({ model: model(name), version: '3', actor: requester, reason: 'better' })
    const before = await admin.read(name)
    const refused = await refusalOf(as('reader').answerRequest({ model: model(name), version: '3', id: request.id, answer, actor: reader, reason: 'no' }))
    expect(refused.advice).toContain('EDIT')
    expect(await admin.read(name)).toEqual(before)
    const comment = as('reader').commentOnRequest({ model: model(name), version: '3', id: request.id, actor: reader, text: 'hm' })
    expect((await refusalOf(comment)).advice).toContain('EDIT')
    expect(await admin.read(name)).toEqual(before)
  })

  it('cannot end what others left unfinished, which stays as it is', async () => {
    const [scene] = scenes
    if (scene === undefined) throw new Error('no scene')
    const name = await modelOf(scene.model())
    const id = await interrupt(name, commandOf(scene, name))
    const before = await admin.read(name)
    for (const how of ['finish', 'revert'] as const)
      expect(await refusalOf(as('reader').resolveIntent(name, id, how, reader))).toMatchObject({ kind: 'denied', message: expect.stringContaining('unfinished') })
    expect(await admin.read(name)).toEqual(before)
  })
})
