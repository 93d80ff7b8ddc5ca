import { SourceError } from '@/ports/sourceError'
import type { Loadable } from './loadable'

/** What the person cannot have, and why: known before asking. */
export interface Unsupported {
  /** The product's name: `Prometheus`. */
  source: string
  /** A sentence. */
  reason?: string
}

/** The states of a panel. `stale` keeps the last data on screen, or that there were none. */
export type PanelState<T> =
  | { kind: 'ready'; data: T }
  | { kind: 'empty'; data: T }
  | { kind: 'stale'; data: T; empty: boolean; error: unknown; since: number }
  | { kind: 'loading' }
  | { kind: 'not-configured'; reason: string }
  | { kind: 'not-supported'; source: string; reason: string }
  | { kind: 'no-permission'; error: SourceError }
  | { kind: 'failed'; error: unknown }

export interface PanelQuestion<T> {
  state: Loadable<T>
  isEmpty?: ((data: T) => boolean) | undefined
  notConfigured?: string | undefined
  notSupported?: Unsupported | undefined
  /** The failure before the present attempt: while it is tried again, it stays on screen. */
  lastError?: unknown
}

/** Which of its states a panel is in. What is known without asking wins, then data, then failure. */
export function panelState<T>({ state, isEmpty, notConfigured, notSupported, lastError }: PanelQuestion<T>): PanelState<T> {
  if (notConfigured !== undefined) return { kind: 'not-configured', reason: notConfigured }
  if (notSupported !== undefined) return { kind: 'not-supported', source: notSupported.source, reason: notSupported.reason ?? '' }
  const error: unknown = state.error ?? (state.isPending ? lastError : null) ?? null
  if (state.data !== undefined) {
    const empty = isEmpty?.(state.data) === true
    if (error !== null) return { kind: 'stale', data: state.data, empty, error, since: state.dataUpdatedAt }
    return { kind: empty ? 'empty' : 'ready', data: state.data }
  }
  if (error === null) return { kind: 'loading' }
  if (error instanceof SourceError) {
    if (error.kind === 'unsupported') return { kind: 'not-supported', source: error.source, reason: error.message }
    if (error.kind === 'denied' || error.kind === 'unauthenticated') return { kind: 'no-permission', error }
  }
  return { kind: 'failed', error }
}

/** A failure in words, for any error. */
export interface FailureWords {
  /** The source's id; `null` where the fault is Modeldeck's own. */
  source: string | null
  what: string
  advice: string
}

/** What happened and what to do, as sentences: a server's own words may end anyhow. */
export function failureWords(error: unknown): FailureWords {
  if (error instanceof SourceError) return { source: error.source, what: error.message.replace(/[^.!?…]$/, '$&.'), advice: error.advice }
  const what = error instanceof Error && error.message !== '' ? error.message : 'Something in Modeldeck itself went wrong.'
  return { source: null, what, advice: 'Try again; if it stays, report it with this text.' }
}
