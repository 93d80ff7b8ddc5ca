import { invalid } from './mlflowError'

export interface PageOf<T> {
  items: readonly T[]
  /** Absent on the last page. */
  next_page_token?: string
}

/** MLflow's page tokens are base64 of an offset: no snapshot, so a page can shift under a reader. */
export function page<T>(all: readonly T[], maxResults: number, token: string | null): PageOf<T> {
  const offset = offsetOf(token)
  const items = all.slice(offset, offset + Math.max(0, maxResults))
  return offset + maxResults < all.length ? { items, next_page_token: btoa(`{"offset": ${offset + maxResults}}`) } : { items }
}

function offsetOf(token: string | null): number {
  if (token === null || token === '') return 0
  let text: string
  try {
    if (token.length % 4 !== 0) throw new Error('padding')
    text = atob(token)
  } catch {
    throw invalid('Invalid page token, could not base64-decode')
  }
  const offset = /^\s*\{\s*"offset"\s*:\s*(\d+)\s*\}\s*$/.exec(text)?.[1]
  if (offset === undefined) throw invalid(`Invalid page token, decoded value=b'${text}'`)
  return Number(offset)
}
