import { describe, expect, test } from 'vitest'
import type { Lifecycle, Production, RegistryStage, VersionRole } from './lifecycle'
import { candidateOf, compareVersions, danglingAliases, isNewer, productionOf, roleOf, sunsetDays } from './lifecycle'
import { aModel, aVersion } from './testData'

const aliases = { production: 'champion', candidate: 'challenger' }

test.each([
  ['10', '9', true],
  ['9', '10', false],
  ['3', '3', false],
  ['90071992547409930', '90071992547409929', true],
  ['v10', 'v9', true],
])('%s is newer than %s: %s', (a, b, newer) => {
  expect(isNewer(a, b)).toBe(newer)
})

test('versions sort by number', () => {
  expect(['10', '9', '1', '100'].toSorted(compareVersions)).toEqual(['1', '9', '10', '100'])
})

const staged = (version: string, stage: RegistryStage) => aVersion(version, { stage })

describe('production and candidate', () => {
  test.each<[string, Record<string, string>, ReturnType<typeof staged>[], Production | null, Production | null]>([
    ['nothing', {}, [aVersion('1')], null, null],
    ['aliases', { champion: '3', challenger: '4' }, [], { version: '3', by: 'alias' }, { version: '4', by: 'alias' }],
    ['alias before stage', { champion: '3' }, [staged('2', 'Production')], { version: '3', by: 'alias' }, null],
    ['newest in stage', {}, [staged('9', 'Production'), staged('10', 'Production')], { version: '10', by: 'stage' }, null],
    ['stage Staging', {}, [staged('3', 'Production'), staged('4', 'Staging')], { version: '3', by: 'stage' }, { version: '4', by: 'stage' }],
    ['a champion is not its own challenger', { champion: '3', challenger: '3' }, [], { version: '3', by: 'alias' }, null],
  ])('%s', (_, modelAliases, versions, production, candidate) => {
    const model = aModel({ aliases: modelAliases })
    expect(productionOf(model, aliases, versions)).toEqual(production)
    expect(candidateOf(model, aliases, versions)).toEqual(candidate)
  })

  test('other names per source, and inherited properties are no aliases', () => {
    expect(productionOf(aModel({ aliases: { prod: '2' } }), { ...aliases, production: 'prod' })?.version).toBe('2')
    expect(productionOf(aModel({}), { ...aliases, production: 'constructor' })).toBeNull()
  })

  test('without versions those of the list count', () => {
    const model = aModel({ latestVersions: [staged('7', 'Production')] })
    expect(productionOf(model, aliases)).toEqual({ version: '7', by: 'stage' })
  })
})

test('aliases to versions that are gone', () => {
  const model = aModel({ aliases: { champion: '3', old: '1' } })
  expect(danglingAliases(model, new Set(['2', '3']))).toEqual([{ alias: 'old', version: '1' }])
})

describe('role', () => {
  const champion: Production = { version: '5', by: 'alias' }
  const challenger: Production = { version: '7', by: 'alias' }

  test.each<[string, Lifecycle['state'], RegistryStage | null, VersionRole]>([
    ['5', 'active', null, 'champion'],
    ['5', 'deprecated', 'Archived', 'champion'],
    ['7', 'active', null, 'challenger'],
    ['7', 'archived', null, 'archived'],
    ['8', 'active', null, 'candidate'],
    ['10', 'active', 'Staging', 'candidate'],
    ['4', 'active', null, 'previous'],
    ['4', 'deprecated', null, 'deprecated'],
    ['4', 'active', 'Archived', 'archived'],
  ])('version %s, %s, stage %s: %s', (version, state, stage, role) => {
    expect(roleOf(aVersion(version, { state, stage }), champion, challenger)).toBe(role)
  })

  test('without production everything is a candidate', () => {
    expect(roleOf(aVersion('1'), null, null)).toBe('candidate')
  })
})

test.each([
  ['2026-03-19', 9],
  ['2026-03-10', 0],
  ['2026-03-09', -1],
  ['2026-03-11T00:00:00Z', 1],
  ['2026-02-31', null],
  ['2026-13-01', null],
  ['soon', null],
  ['', null],
  [null, null],
])('sunset %s is %s days away', (sunset, days) => {
  expect(sunsetDays(sunset, Date.UTC(2026, 2, 10, 23, 59))).toBe(days)
})
