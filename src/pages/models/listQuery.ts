import { setOrDelete } from '@/ui/addressParams'

/** What the address of /models says about which rows are shown and in which order. */
export interface ListQuery {
  q: string
  /** Status words as in the address: `failing`, `at-risk`, `ok`, `no-data`, `stale`; empty: all. */
  status: readonly string[]
  stage: readonly StageFilter[]
  owner: string | null
  mine: boolean
  pinned: boolean
  /** `null`: what needs a person first. */
  sort: { key: SortKey; descending: boolean } | null
}

export const stageFilters = ['production', 'candidate', 'requested', 'sunset', 'none'] as const
export type StageFilter = (typeof stageFilters)[number]

export const sortKeys = [
  'name',
  'f1',
  'accuracy',
  'precision',
  'recall',
  'rate',
  'errors',
  'p95',
  'owner',
  'updated',
] as const
export type SortKey = (typeof sortKeys)[number]

export function parseListQuery(params: URLSearchParams): ListQuery {
  const list = (name: string) => (params.get(name) ?? '').split(',').filter((word) => word !== '')
  const sort = params.get('sort') ?? ''
  const key = sortKeys.find((k) => k === sort.replace(/^-/, ''))
  const stages = list('stage')
  return {
    q: params.get('q') ?? '',
    status: list('status'),
    stage: stageFilters.filter((s) => stages.includes(s)),
    owner: params.get('owner'),
    mine: params.get('mine') === '1',
    pinned: params.get('pinned') === '1',
    sort: key ? { key, descending: sort.startsWith('-') } : null,
  }
}

/** Writes a change into the address' parameters; what is at its default leaves them. */
export function writeListQuery(params: URLSearchParams, change: Partial<ListQuery>): void {
  const next = { ...parseListQuery(params), ...change }
  setOrDelete(params, 'q', next.q)
  setOrDelete(params, 'status', next.status.join(','))
  setOrDelete(params, 'stage', next.stage.join(','))
  setOrDelete(params, 'owner', next.owner)
  setOrDelete(params, 'mine', next.mine ? '1' : '')
  setOrDelete(params, 'pinned', next.pinned ? '1' : '')
  setOrDelete(params, 'sort', next.sort ? (next.sort.descending ? '-' : '') + next.sort.key : '')
}

/** Whether anything is left out by this query. */
export function isFiltered(query: ListQuery): boolean {
  return (
    query.q !== '' ||
    query.status.length > 0 ||
    query.stage.length > 0 ||
    query.owner !== null ||
    query.mine ||
    query.pinned
  )
}
