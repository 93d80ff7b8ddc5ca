import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState } from 'react'

/** What a person has typed and not sent, by decision: kept while the page lives, so that looking at evidence loses nothing. */
export interface Draft {
  reason: string
  /** Reasons for overriding, by the id of the check. */
  overrides: Readonly<Record<string, string>>
}

/** A page has one client for as long as it lives. */
const kept = new WeakMap<QueryClient, Map<string, Draft>>()
const empty: Draft = { reason: '', overrides: {} }

function draftsOf(page: QueryClient): Map<string, Draft> {
  const drafts = kept.get(page) ?? new Map<string, Draft>()
  kept.set(page, drafts)
  return drafts
}

/** The draft of one decision. `clear` forgets it once it was carried out. */
export function useDraft(key: string): [Draft, (next: Partial<Draft>) => void, () => void] {
  const drafts = draftsOf(useQueryClient())
  const [draft, setDraft] = useState(() => drafts.get(key) ?? empty)
  const change = (next: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...next }
      drafts.set(key, after)
      return after
    })
  return [draft, change, () => void drafts.delete(key)]
}
