import { useEffect, useState, type RefObject } from 'react'
import styles from './SectionList.module.css'
import { goTo, useOutline, type OutlineItem } from './useOutline'

/** The headings of what is drawn in `of`, to jump to. Buttons, because `<base href>` would turn `#part` into another page. */
export function SectionList({ of }: { of: RefObject<HTMLElement | null> }) {
  const items = useOutline(of)
  const current = useCurrent(items)
  return (
    <nav aria-label="Sections" className={styles['nav']}>
      <ul className={styles['list']}>
        {items.map((item, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- texts repeat, and the list is as the page is
          <li key={index} data-level={item.level}>
            <button type="button" className={styles['item']} aria-current={index === current ? 'location' : undefined} title={item.text} onClick={() => goTo(item)}>
              <bdi>{item.text}</bdi>
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Below the shell and a little more: where a heading counts as reached. */
const reachedPx = 120

/** Which heading the reader has scrolled to. */
function useCurrent(items: readonly OutlineItem[]): number {
  const [current, setCurrent] = useState(0)
  useEffect(() => {
    let frame = 0
    const look = () => {
      const index = items.findLastIndex(({ element }) => element.getBoundingClientRect().top <= reachedPx)
      setCurrent(Math.max(0, index))
    }
    const onScroll = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(look)
    }
    look()
    window.addEventListener('scroll', onScroll, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
    }
  }, [items])
  return current
}
