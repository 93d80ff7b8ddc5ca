import { useId, useRef, useState, type ReactNode } from 'react'
import styles from './Popover.module.css'

export interface PopoverProps {
  /** What the button shows; its name for screen readers unless `label` is given. */
  button: ReactNode
  label?: string
  buttonClassName?: string | undefined
  /** The name of what opens. */
  title: string
  /** Drawn only while open. `close` puts focus back on the button. */
  children: (close: () => void) => ReactNode
}

/**
 * A button that opens a small panel below itself. The browser's own popover: it closes with Escape or a
 * click elsewhere, lies above everything and gives focus back.
 */
export function Popover({ button, label, buttonClassName, title, children }: PopoverProps) {
  const id = useId()
  const anchor = useRef<HTMLButtonElement>(null)
  const [open, setOpen] = useState(false)

  const onToggle = ({ newState, currentTarget: panel }: { newState: string; currentTarget: HTMLElement }) => {
    const opened = newState === 'open'
    setOpen(opened)
    const at = anchor.current?.getBoundingClientRect()
    if (!opened || !at) return
    panel.style.top = `${at.bottom + 6}px`
    const room = document.documentElement.clientWidth
    const width = panel.offsetWidth
    panel.style.left = `${Math.max(8, Math.min(at.right - width, room - width - 8))}px`
  }
  return (
    <>
      <button ref={anchor} type="button" popoverTarget={id} aria-expanded={open} aria-label={label} className={buttonClassName}>
        {button}
      </button>
      <div id={id} popover="auto" role="dialog" aria-label={title} className={styles['panel']} onToggle={onToggle}>
        {open && children(() => document.getElementById(id)?.hidePopover())}
      </div>
    </>
  )
}
