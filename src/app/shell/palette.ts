import { matchSorter } from 'match-sorter'
import { modelPath, versionPath } from '@/domain/address'
import type { RegisteredModel } from '@/domain/model'

/** Something to jump to. */
export interface Destination {
  key: string
  title: string
  /** What kind of place it is, quieter. */
  kind: string
  path: string
}

const pages: readonly Destination[] = [
  { key: 'page:models', title: 'Models', kind: 'page', path: '/models' },
  { key: 'page:alerts', title: 'Alerts', kind: 'page', path: '/alerts' },
  { key: 'page:requests', title: 'Requests', kind: 'page', path: '/requests' },
  { key: 'page:history', title: 'History', kind: 'page', path: '/history' },
  { key: 'page:sources', title: 'Sources', kind: 'page', path: '/sources' },
  { key: 'page:attention', title: 'Models that need attention', kind: 'page', path: '/models?status=failing,at-risk' },
  { key: 'page:requested', title: 'Models with an open request', kind: 'page', path: '/models?stage=requested' },
]

const most = 12

/**
 * What a typed text may mean, best first: `fraud`, `fraud 12` or `fraud v12` (that version), `fraud serving`.
 * Matching is match-sorter's: whole words and beginnings before parts.
 */
export function destinations(text: string, models: readonly RegisteredModel[]): readonly Destination[] {
  const typed = text.trim()
  const [, name = typed, version] = /^(.*?)\s+v?(\d+)$/i.exec(typed) ?? []
  const found = matchSorter(models, name, { keys: [(model) => model.ref.name, (model) => model.owner ?? ''] }).slice(0, most)
  const places = found.map((model): Destination => {
    const { source, name: title } = model.ref
    if (version !== undefined) {
      return { key: `${source}/${title}/${version}`, title: `${title} version ${version}`, kind: source, path: versionPath({ ...model.ref, version }) }
    }
    return { key: `${source}/${title}`, title, kind: source, path: modelPath(model.ref) }
  })
  return [...matchSorter(pages, typed, { keys: ['title'] }), ...places].slice(0, most)
}
