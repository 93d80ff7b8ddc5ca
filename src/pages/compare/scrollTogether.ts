import { createContext, use, useEffect, useRef } from 'react'

/** Scrolling boxes that move sideways as one. */
export interface ScrollGroup {
  /** Takes a box in, at the place where the others are; gives the way out. */
  join: (box: HTMLElement) => () => void
  /** Moves the others to where one is. */
  follow: (box: HTMLElement) => void
}

export function createScrollGroup(): ScrollGroup {
  const boxes = new Set<HTMLElement>()
  return {
    join(box) {
      const [other] = boxes
      if (other) box.scrollLeft = other.scrollLeft
      boxes.add(box)
      return () => void boxes.delete(box)
    },
    follow(box) {
      // Setting a place tells the box that it scrolled: what is there already must not be set again.
      for (const other of boxes) if (Math.abs(other.scrollLeft - box.scrollLeft) > 1) other.scrollLeft = box.scrollLeft
    },
  }
}

export const ScrollTogether = createContext<ScrollGroup>(createScrollGroup())

/** Props of a box that scrolls with the others of its page. */
export function useScrollTogether(enabled: boolean) {
  const group = use(ScrollTogether)
  const ref = useRef<HTMLDivElement>(null)
  useEffect(() => (enabled && ref.current ? group.join(ref.current) : undefined), [group, enabled])
  return {
    ref,
    onScroll: () => {
      if (enabled && ref.current) group.follow(ref.current)
    },
  }
}
