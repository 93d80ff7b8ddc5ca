import { useId, useRef, useState, type ReactNode } from 'react'
import styles from './Hint.module.css'

export interface HintProps {
  /** What is explained: inline text or a mark. */
  children: ReactNode
  /** The explanation. Text, or lines of it. */
  hint: ReactNode
  className?: string
  /** What it holds is a control that cannot be used now; the hint says why. It can be focused all the same. */
  unavailable?: boolean
}

/**
 * Explains what it holds on hover, on focus and on touch. The bubble is in the top layer, so no
 * scrolling parent cuts it off; Escape closes it and the pointer may rest on it.
 */
export function Hint({ children, hint, className, unavailable = false }: HintProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const bubble = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)

  const show = () => {
    setOpen(true)
    const at = anchor.current?.getBoundingClientRect()
    const box = bubble.current
    if (at === undefined || box === null || open) return
    // jsdom and old browsers have no popovers: there the bubble is only described.
    box.showPopover?.()
    const own = box.getBoundingClientRect()
    const below = at.bottom + 6 + own.height <= window.innerHeight
    box.style.top = `${below ? at.bottom + 6 : at.top - own.height - 6}px`
    box.style.left = `${Math.max(8, Math.min(at.left, window.innerWidth - own.width - 8))}px`
  }
  const hide = () => {
    setOpen(false)
    bubble.current?.hidePopover?.()
  }

  return (
    <span className={styles['hint']} onPointerEnter={show} onPointerLeave={hide}>
      <button
        ref={anchor}
        type="button"
        className={[styles['anchor'], className].filter(Boolean).join(' ')}
        aria-describedby={id}
        aria-disabled={unavailable || undefined}
        onFocus={show}
        onBlur={hide}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || !open) return
          event.stopPropagation()
          hide()
        }}
      >
        {children}
      </button>
      <span ref={bubble} id={id} role="tooltip" popover="manual" className={styles['bubble']}>
        {hint}
      </span>
    </span>
  )
}
