import { describe, expect, test } from 'vitest'
import type { ActionContext } from './actions'
import { availableActions } from './actions'
import type { ChangeAction } from './change'
import { changeActions } from './change'
import { aVersion } from './testData'
import type { ModelVersion } from './version'

const context: ActionContext = {
  production: { version: '5', by: 'alias' },
  candidate: { version: '7', by: 'alias' },
  forbidden: null,
  registry: { product: 'MLflow', capabilities: ['promote', 'deprecate'] },
}

const possible = (version: ModelVersion, said: Partial<ActionContext> = {}) => {
  const all = availableActions(version, { ...context, ...said })
  return changeActions.filter((action) => all[action].possible)
}

describe('what is possible', () => {
  test.each<[string, ModelVersion, ChangeAction[]]>([
    ['the champion', aVersion('5'), ['deprecate']],
    ['a deprecated champion', aVersion('5', { state: 'deprecated' }), ['restore']],
    ['the challenger', aVersion('7'), ['promote', 'deprecate']],
    ['an older version', aVersion('4'), ['promote', 'rollback', 'deprecate', 'archive']],
    ['a newer one', aVersion('8'), ['promote', 'deprecate', 'archive']],
    ['a deprecated one', aVersion('4', { state: 'deprecated' }), ['archive', 'restore']],
    ['an archived one', aVersion('4', { state: 'archived' }), ['restore']],
    ['one still in registration', aVersion('8', { status: 'pending' }), ['deprecate', 'archive']],
    ['one of unknown status', aVersion('8', { status: 'unknown' }), ['promote', 'deprecate', 'archive']],
  ])('%s', (_, version, actions) => {
    expect(possible(version)).toEqual(actions)
  })

  test('nothing to roll back without production', () => {
    expect(possible(aVersion('4'), { production: null })).toEqual(['promote', 'deprecate', 'archive'])
  })
})

describe('why not', () => {
  test.each<[ChangeAction, ModelVersion, Partial<ActionContext>, string]>([
    ['promote', aVersion('5'), {}, 'Version 5 already serves production.'],
    ['promote', aVersion('4', { state: 'deprecated' }), {}, 'Version 4 is deprecated: restore it first.'],
    ['promote', aVersion('8', { status: 'pending' }), {}, 'Version 8 is still being registered.'],
    ['promote', aVersion('8', { status: 'failed', statusMessage: 'disk full' }), {}, 'Registering version 8 failed: disk full.'],
    ['promote', aVersion('8', { status: 'failed' }), {}, 'Registering version 8 failed.'],
    ['rollback', aVersion('8'), {}, 'Version 8 is newer than version 5 in production: promote it instead.'],
    ['rollback', aVersion('4'), { production: null }, 'Nothing serves production, so there is nothing to roll back.'],
    ['deprecate', aVersion('4', { state: 'archived' }), {}, 'Version 4 is already archived.'],
    ['archive', aVersion('5'), {}, 'Version 5 serves production: promote another version first.'],
    ['archive', aVersion('7'), {}, 'Version 7 is the candidate for production: withdraw it first.'],
    ['restore', aVersion('4'), {}, 'Version 4 is neither deprecated nor archived.'],
    ['promote', aVersion('8'), { forbidden: 'This deployment is read-only.' }, 'This deployment is read-only.'],
    ['restore', aVersion('4'), { registry: { product: 'Hub', capabilities: ['promote'] } }, 'Hub cannot keep the lifecycle of a version.'],
    ['rollback', aVersion('4'), { registry: { product: 'Hub', capabilities: [] } }, 'Hub cannot mark a version as production.'],
  ])('%s', (action, version, said, reason) => {
    expect(availableActions(version, { ...context, ...said })[action]).toEqual({ possible: false, reason })
  })
})

test('only the champion needs a replacement to be deprecated', () => {
  expect(availableActions(aVersion('5'), context).deprecate).toEqual({ possible: true, needsReplacement: true })
  expect(availableActions(aVersion('4'), context).deprecate).toEqual({ possible: true, needsReplacement: false })
})
