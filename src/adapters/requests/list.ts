import type { Tags } from '@/adapters/annotations'
import { threadsOf } from '@/adapters/annotations'
import type { ModelRef } from '@/domain/model'
import type { RequestList } from '@/ports/registry'

/** The requests that versions carry, newest first. */
export function requestsIn(versions: readonly { model: ModelRef; version: string; tags: Tags }[]): RequestList {
  const read = versions.map(({ model, version, tags }) => {
    const { threads, problems } = threadsOf(tags)
    return {
      items: threads.map((thread) => ({ ...thread, model, version })),
      unreadable: problems.map((problem) => ({ model, version, problem })),
    }
  })
  return {
    items: read.flatMap(({ items }) => items).toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    unreadable: read.flatMap(({ unreadable }) => unreadable),
  }
}
