import { lazy, Suspense, useEffect, type ReactNode } from 'react'

export interface DialogProps {
  opened: boolean
  onClose: () => void
  /** Its name: `Promote claim-fraud version 13`. */
  title: string
  /** Right of the title, quieter. */
  aside?: ReactNode
  /** `panel` is as high as the window, for the promotion room; `small` asks one thing. */
  size?: 'small' | 'normal' | 'panel'
  /** Buttons at the foot; stay in sight while the content scrolls. */
  footer?: ReactNode
  /** Neither Escape nor a press beside it closes: while something is being written. */
  locked?: boolean
  /** Where the focus starts: on the title, or on the element in `children` that has `data-autofocus`. */
  initialFocus?: 'title' | 'content'
  children: ReactNode
}

const DialogWindow = lazy(async () => ({ default: (await import('./DialogWindow')).DialogWindow }))

/** A modal dialog: keeps the focus inside, gives it back, closes on Escape. Loaded when first opened. */
export function Dialog(props: DialogProps) {
  const { opened } = props
  // Mantine gives the focus back only to what it saw before it opened, and it may be loaded after that.
  useEffect(() => {
    if (!opened) return undefined
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [opened])
  if (!opened) return null
  return (
    <Suspense fallback={null}>
      <DialogWindow {...props} />
    </Suspense>
  )
}
