import { useState } from 'react'

/** What a person has typed and not sent, by decision: kept while the tab lives, so that looking at evidence loses nothing. */
export interface Draft {
  reason: string
  /** Reasons for overriding, by the id of the check. */
  overrides: Readonly<Record<string, string>>
}

const kept = new Map<string, Draft>()
const empty: Draft = { reason: '', overrides: {} }

/** The draft of one decision. `clear` forgets it once it was carried out. */
export function useDraft(key: string): [Draft, (next: Partial<Draft>) => void, () => void] {
  const [draft, setDraft] = useState(() => kept.get(key) ?? empty)
  const change = (next: Partial<Draft>) =>
    setDraft((before) => {
      const after = { ...before, ...next }
      kept.set(key, after)
      return after
    })
  return [draft, change, () => void kept.delete(key)]
}
