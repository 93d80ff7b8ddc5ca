import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './IconButton.module.css'

export interface IconButtonProps extends Omit<ComponentPropsWithRef<'button'>, 'children'> {
  /** Its name, read aloud and shown on hover. */
  label: string
  icon: ReactNode
  /** For toggles: whether it is on. */
  pressed?: boolean
}

/** A button that is an icon, with a name. */
export function IconButton({ label, icon, pressed, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      title={label}
      {...rest}
      aria-label={label}
      aria-pressed={pressed}
      className={[styles['button'], className].filter(Boolean).join(' ')}
    >
      {icon}
    </button>
  )
}
