import type { KeyboardEvent } from 'react'

const moves: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -1e9, End: 1e9 }

/** Whether a key press belongs to a control inside the row rather than to the row. */
function inControl(target: EventTarget): boolean {
  return target instanceof Element && target.closest('input, select, textarea, [role="menu"], [contenteditable]') !== null
}

/**
 * Arrow, page, Home and End keys move the focus between the rows that are drawn. From anywhere in a
 * row, so that a link in it is no trap; fields keep their keys.
 */
export function rowKeys(event: KeyboardEvent<HTMLTableElement>): void {
  const by = moves[event.key]
  if (by === undefined || event.altKey || event.ctrlKey || event.metaKey || inControl(event.target)) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('tr[data-row]')]
  const current = event.target instanceof Element ? rows.findIndex((row) => row.contains(document.activeElement)) : -1
  if (current < 0) return
  event.preventDefault()
  const next = rows[Math.max(0, Math.min(rows.length - 1, current + by))]
  next?.focus()
  next?.scrollIntoView?.({ block: 'nearest' })
}
