import { changeActions, describeChange, type ChangeAction, type PlacedChange } from '@/domain/change'
import { setOrDelete } from '@/ui/addressParams'

/** What the address says of a list of decisions: `q`, `kind` (comma list), `actor`. */
export interface HistoryFilter {
  /** Words that must all occur somewhere in the record. */
  q: string
  /** Empty: all. */
  actions: readonly ChangeAction[]
  actor: string | null
}

export function parseHistoryFilter(params: URLSearchParams): HistoryFilter {
  const named = (params.get('kind') ?? '').split(',')
  return {
    q: params.get('q') ?? '',
    actions: changeActions.filter((action) => named.includes(action)),
    actor: params.get('actor') || null,
  }
}

/** Writes a change into the address' parameters; what is at its default leaves them. */
export function writeHistoryFilter(params: URLSearchParams, change: Partial<HistoryFilter>): void {
  const next = { ...parseHistoryFilter(params), ...change }
  setOrDelete(params, 'q', next.q)
  setOrDelete(params, 'kind', next.actions.join(','))
  setOrDelete(params, 'actor', next.actor)
}

export function isFiltered({ q, actions, actor }: HistoryFilter): boolean {
  return q.trim() !== '' || actions.length > 0 || actor !== null
}

/** The decisions that the filter lets through, in their order. */
export function filterChanges<T extends PlacedChange>(changes: readonly T[], filter: HistoryFilter): readonly T[] {
  if (!isFiltered(filter)) return changes
  const words = filter.q.toLowerCase().split(/\s+/).filter((word) => word !== '')
  return changes.filter((change) => {
    if (filter.actions.length > 0 && !filter.actions.includes(change.action)) return false
    if (filter.actor !== null && change.actor !== filter.actor) return false
    if (words.length === 0) return true
    const text = searchText(change)
    return words.every((word) => text.includes(word))
  })
}

function searchText(change: PlacedChange): string {
  const { model, version, id, actor, actorKind, status, action, reason, checks, overrides, endedBy } = change
  const checked = checks.map(([name, verdict]) => `${name} ${verdict}`)
  return [model.name, `v${version}`, id, actor, actorKind, status, action, describeChange(change), reason, ...checked, ...overrides, endedBy?.name ?? '']
    .join('\n')
    .toLowerCase()
}

/** Everybody who decided, by name; and how many decisions of each action there are. */
export function historyFacets(changes: readonly PlacedChange[]): { actors: readonly string[]; counts: ReadonlyMap<ChangeAction, number> } {
  const counts = new Map<ChangeAction, number>()
  for (const { action } of changes) counts.set(action, (counts.get(action) ?? 0) + 1)
  return { actors: [...new Set(changes.map(({ actor }) => actor))].toSorted((a, b) => a.localeCompare(b)), counts }
}
