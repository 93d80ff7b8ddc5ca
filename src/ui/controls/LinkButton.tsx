import type { ComponentProps } from 'react'
import { AppLink } from '@/ui/AppLink'
import styles from './Button.module.css'

export interface LinkButtonProps extends Omit<ComponentProps<typeof AppLink>, 'className'> {
  variant?: 'primary' | 'default' | 'quiet'
  size?: 'small' | 'normal'
}

/** A link that stands among buttons: it leads to a page and does nothing else. */
export function LinkButton({ variant = 'default', size = 'normal', ...rest }: LinkButtonProps) {
  return <AppLink {...rest} className={styles['button']} data-variant={variant} data-size={size} />
}
