import { IconBan, IconInbox, IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './PanelState.module.css'

const icons = { empty: IconInbox, 'not-configured': IconPlugConnected, 'not-supported': IconBan } as const

export interface StateNoteProps {
  kind: keyof typeof icons
  word: string
  children?: ReactNode
}

/** A state that is nobody's fault: nothing here, nothing connected, not possible. */
export function StateNote({ kind, word, children }: StateNoteProps) {
  const Icon = icons[kind]
  return (
    <div className={styles['state']} data-kind={kind}>
      <Icon size={20} aria-hidden />
      <div className={styles['words']}>
        <p className={styles['word']}>{word}</p>
        {children !== undefined && children !== '' && <div className={styles['quiet']}>{children}</div>}
      </div>
    </div>
  )
}
