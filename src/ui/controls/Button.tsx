import type { ComponentPropsWithRef, ReactNode } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends ComponentPropsWithRef<'button'> {
  /** `primary` once a view; `danger` for what takes something away; `quiet` has no border. */
  variant?: 'primary' | 'default' | 'quiet' | 'danger'
  size?: 'small' | 'normal'
  icon?: ReactNode
  /** Keeps its width and says that it works; not pressable. */
  busy?: boolean
}

/** A push button with a verb. */
export function Button(props: ButtonProps) {
  const { variant = 'default', size = 'normal', icon, busy = false, className, children, disabled, ...rest } = props
  return (
    <button
      type="button"
      {...rest}
      className={[styles['button'], className].filter(Boolean).join(' ')}
      data-variant={variant}
      data-size={size}
      aria-busy={busy || undefined}
      disabled={disabled === true || busy}
    >
      {icon}
      {children}
    </button>
  )
}
