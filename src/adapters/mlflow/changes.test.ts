import { describe, expect, it } from 'vitest'
import { overAnswers } from './fakeServer'

const ids = ['01J00000000000000000000001', '01J00000000000000000000002', '01J00000000000000000000003'] as const
const record = (id: string, more: object = {}) =>
  JSON.stringify({ id, action: 'promote', status: 'done', actor: 'Ada', actorKind: 'authenticated', at: '2026-01-02T03:04:05Z', from: '1', to: '2', ...more })
const version = (name: string, number: string, tags: Record<string, string>) => ({
  name,
  version: number,
  tags: Object.entries(tags).map(([key, value]) => ({ key, value })),
})
const first = { pageSize: 1000, pageToken: null }

describe('decisions across models', () => {
  it('are found by their mark in one search a page, those under way by theirs in one more', async () => {
    const { source, asked } = overAnswers(({ path }) =>
      path.endsWith('/model-versions/search')
        ? { model_versions: [version('m', '2', { 'modeldeck.changed': 'x', [`modeldeck.change.${ids[0]}`]: record(ids[0]) })], next_page_token: 'more' }
        : { registered_models: [{ name: 'n', tags: [{ key: `modeldeck.intent.${ids[1]}`, value: record(ids[1], { status: 'intended', version: '7', from: '6', to: '7' }) }] }] },
    )
    const page = await source.listRecentChanges(first)
    expect(page.items).toMatchObject([
      { id: ids[1], status: 'intended', model: { source: 'reg', name: 'n' }, version: '7' },
      { id: ids[0], status: 'done', model: { source: 'reg', name: 'm' }, version: '2', at: Date.UTC(2026, 0, 2, 3, 4, 5) },
    ])
    expect(page).toMatchObject({ versions: 1, unreadable: [], nextPageToken: 'more' })
    expect(asked.map(({ path, query }) => [path.split('/').at(-2), query.get('filter'), query.get('order_by')])).toEqual([
      ['registered-models', "tags.`modeldeck.pending` = 'yes'", null],
      ['model-versions', "tags.`modeldeck.changed` LIKE '%'", 'creation_timestamp DESC'],
    ])

    await source.listRecentChanges({ ...first, pageToken: 'more' })
    expect(asked.slice(2).map(({ path, query }) => [path.split('/').at(-2), query.get('page_token')])).toEqual([['model-versions', 'more']])
  })

  it('that cannot be read are named, and hide no other', async () => {
    const { source } = overAnswers(({ path }) =>
      path.endsWith('/model-versions/search')
        ? {
            model_versions: [
              version('m', '2', { [`modeldeck.change.${ids[0]}`]: '{"id":', [`modeldeck.change.${ids[1]}`]: record(ids[1]), 'modeldeck.sunset': 'never' }),
            ],
          }
        : { registered_models: [{ name: 'n', tags: [{ key: `modeldeck.intent.${ids[2]}`, value: 'x' }] }] },
    )
    const { items, unreadable } = await source.listRecentChanges(first)
    expect(items.map(({ id }) => id)).toEqual([ids[1]])
    expect(unreadable).toEqual([
      { model: { source: 'reg', name: 'n' }, version: null, problem: { field: `modeldeck.intent.${ids[2]}`, message: expect.stringContaining('it is not JSON') } },
      { model: { source: 'reg', name: 'm' }, version: '2', problem: { field: `modeldeck.change.${ids[0]}`, message: 'This decision record cannot be read: it is not JSON.' } },
    ])
  })
})
