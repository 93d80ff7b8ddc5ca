import { useEffect, useState } from 'react'

export type ShellDialog = 'palette' | 'keys'

/**
 * `Ctrl/⌘ K` opens the palette, `?` the list of keys, `/` focuses the page's own search field
 * (`data-page-search`) or else the palette. Nothing happens while somebody types.
 */
export function useShortcuts() {
  const [open, setOpen] = useState<ShellDialog | null>(null)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.altKey) {
        event.preventDefault()
        setOpen('palette')
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return
      if (event.key === '?') setOpen('keys')
      if (event.key === '/') {
        event.preventDefault()
        const field = document.querySelector<HTMLInputElement>('[data-page-search]')
        if (field) field.focus()
        else setOpen('palette')
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])
  return { open, setOpen }
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
