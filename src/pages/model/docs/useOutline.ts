import { useEffect, useState, type RefObject } from 'react'

/** A heading on the page. */
export interface OutlineItem {
  text: string
  level: number
  element: HTMLElement
}

/** More are of no use at the side; a text with more headings is drawn whole all the same. */
const mostItems = 80

/** The headings within an element, from what is really drawn: texts come later, and are written by others. */
export function useOutline(root: RefObject<HTMLElement | null>): readonly OutlineItem[] {
  const [items, setItems] = useState<readonly OutlineItem[]>([])
  useEffect(() => {
    const element = root.current
    if (element === null) return undefined
    const read = () => {
      const next = readOutline(element)
      setItems((before) => (sameOutline(before, next) ? before : next))
    }
    read()
    const observer = new MutationObserver(read)
    observer.observe(element, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [root])
  return items
}

function readOutline(root: HTMLElement): OutlineItem[] {
  return [...root.querySelectorAll<HTMLElement>('h2, h3, h4, h5')]
    .filter((heading) => heading.closest('[data-no-outline]') === null)
    .slice(0, mostItems)
    .map((heading) => {
      const level = Number(heading.tagName.slice(1))
      // A panel's heading goes on with its unit.
      const text = (level === 2 ? heading.firstChild?.textContent : heading.textContent)?.trim() ?? ''
      return { text, level, element: heading }
    })
    .filter(({ text }) => text !== '')
}

function sameOutline(a: readonly OutlineItem[], b: readonly OutlineItem[]): boolean {
  return a.length === b.length && a.every((item, index) => item.element === b[index]?.element && item.text === b[index]?.text)
}

/** Brings a heading to the top of the window and the focus to it, without touching the address. */
export function goTo({ element }: OutlineItem): void {
  element.tabIndex = -1
  element.scrollIntoView?.({ block: 'start' })
  element.focus({ preventScroll: true })
}
