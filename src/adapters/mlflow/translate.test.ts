import * as z from 'zod/mini'
import { describe, expect, it } from 'vitest'
import hostileVersion from './recorded/hostileVersion.json'
import modelsAll from './recorded/modelsAll.json'
import noModels from './recorded/noModels.json'
import version from './recorded/version.json'
import versions from './recorded/versions.json'
import versionsByStage from './recorded/versionsByStage.json'
import { translateModel, translateVersion } from './translate'
import { getVersionSchema, searchModelsSchema, searchVersionsSchema } from './wire'

function models(answer: unknown) {
  return z.parse(searchModelsSchema, answer).registered_models.map((row) => translateModel(row, 'reg'))
}

function listed(answer: unknown, aliases: Record<string, string> = {}) {
  return z.parse(searchVersionsSchema, answer).model_versions.map((row) => translateVersion(row, 'reg', aliases))
}

describe('recorded models', () => {
  const [fraud, freight, hostile, empty] = models(modelsAll)

  it('have their facts, aliases, tags and the versions that came along', () => {
    expect(fraud).toMatchObject({
      ref: { source: 'reg', name: 'claim-fraud' },
      description: 'Scores *claims*.',
      aliases: { challenger: '3', champion: '2', shadow: '3' },
      owner: 'Ada Lovelace',
      task: 'classification',
      servingKind: 'real-time',
      problems: [],
    })
    expect(fraud?.createdAt).toBeGreaterThan(Date.UTC(2020))
    expect(fraud?.latestVersions.map(({ ref, aliases }) => [ref.version, aliases])).toEqual([
      ['3', ['challenger', 'shadow']],
    ])
  })

  it('may work by stage', () => {
    const stages = freight?.latestVersions.map(({ ref, stage }) => [ref.version, stage])
    expect(stages?.toSorted()).toEqual([
      ['1', 'Production'],
      ['2', 'Staging'],
    ])
  })

  it('keep hostile text as text, and may have nothing', () => {
    expect(hostile?.ref.name).toBe(`na'me "quoted" 🧨 <img src=x onerror=alert(1)>`)
    expect(hostile?.description).toBe('<img src=x onerror=alert(1)>')
    expect(empty).toMatchObject({ latestVersions: [], aliases: {}, tags: {}, owner: null, description: null })
    expect(models(noModels)).toEqual([])
  })
})

describe('recorded versions', () => {
  it('have their run, logged model, lifecycle and the aliases of their model', () => {
    const all = listed(versions, { champion: '2', challenger: '3', shadow: '3' })
    expect(all.map((one) => [one.ref.version, one.aliases, one.lifecycle.state, one.lifecycle.sunset])).toEqual([
      ['3', ['challenger', 'shadow'], 'active', null],
      ['2', ['champion'], 'active', null],
      ['1', [], 'deprecated', '2031-01-31'],
    ])
    for (const one of all) {
      expect(one).toMatchObject({ status: 'ready', stage: null, description: null, createdBy: null, problems: [] })
      expect(one.runId).toMatch(/^[0-9a-f]{32}$/)
      expect(one.loggedModelId).toMatch(/^m-[0-9a-f]{32}$/)
    }
  })

  it('read singly say their aliases themselves', () => {
    const row = z.parse(getVersionSchema, version).model_version
    expect(translateVersion(row, 'reg').aliases).toEqual(['challenger', 'shadow'])
  })

  it('may have a stage, or no run', () => {
    expect(listed(versionsByStage).map(({ ref, stage }) => [ref.version, stage])).toEqual([
      ['2', 'Staging'],
      ['1', 'Production'],
    ])
    const row = z.parse(getVersionSchema, hostileVersion).model_version
    expect(translateVersion(row, 'reg')).toMatchObject({
      runId: null,
      loggedModelId: null,
      sourceUri: 's3://bucket/without-a-run',
      aliases: ['champion'],
    })
  })
})

const row = { name: 'a', version: '7', creation_timestamp: 1, status: 'READY', current_stage: 'None' }

describe('versions that are not as recorded', () => {
  it.each([
    ['a number as version', { ...row, version: 7 }, { ref: { version: '7' }, problems: [] }],
    ['int64 as text', { ...row, creation_timestamp: '1700000000000' }, { createdAt: 1_700_000_000_000, problems: [] }],
    ['nulls', { ...row, description: null, tags: null, run_id: null, source: null }, { runId: null, problems: [] }],
    ['holes in lists', { ...row, tags: [null, { key: 'a', value: null }] }, { tags: { a: '' }, problems: [] }],
    ['unknown fields', { ...row, new_in_4: { a: 1 } }, { problems: [] }],
    ['an unknown status', { ...row, status: 'MOVING' }, { status: 'unknown' }],
    ['a failed one', { ...row, status: 'FAILED_REGISTRATION', status_message: 'no space' }, { status: 'failed', statusMessage: 'no space' }],
    ['an unknown stage', { ...row, current_stage: 'Canary' }, { stage: null, problems: [{ field: 'current_stage' }] }],
    ['an unreadable sunset', { ...row, tags: [{ key: 'modeldeck.sunset', value: 'soon' }] }, { lifecycle: { sunset: null }, problems: [{ field: 'modeldeck.sunset' }] }],
    ['a wrong type', { ...row, description: 5 }, { description: null, problems: [{ field: 'description', message: 'Left out: string was expected, number came.' }] }],
    ['a wrong time', { ...row, creation_timestamp: 'yesterday' }, { createdAt: null, problems: [{ field: 'creation_timestamp' }] }],
    ['a tag without a key', { ...row, tags: [{ value: 'x' }, { key: 'b', value: 'y' }] }, { tags: { b: 'y' }, problems: [{ field: 'tags[0]' }] }],
    ['tags that are no list', { ...row, tags: { a: 'b' } }, { tags: {}, problems: [{ field: 'tags' }] }],
    ['a tag named __proto__', { ...row, tags: [{ key: '__proto__', value: 'x' }] }, { problems: [] }],
  ])('%s', (_, broken, expected) => {
    const [found] = listed({ model_versions: [broken] })
    expect(found).toMatchObject(expected)
  })

  it('do not take the rows beside them along, nor change what was received', () => {
    const answer = { model_versions: [{ ...row, description: [] }, null, row] }
    const before = structuredClone(answer)
    expect(listed(answer).map(({ problems }) => problems.length)).toEqual([1, 0])
    expect(answer).toEqual(before)
  })

  it.each([
    ['without a name', { registered_models: [{ name: 'a' }, { description: 'x' }] }, ['registered_models', 1, 'name']],
    ['that is no object', { registered_models: ['a'] }, ['registered_models', 0]],
    ['in what is no list', { registered_models: 'a' }, ['registered_models']],
    ['in what is no object', [], []],
  ])('%s: the answer is refused, by path', (_, answer, path) => {
    expect(z.safeParse(searchModelsSchema, answer).error?.issues[0]?.path).toEqual(path)
  })
})
