import { useState } from 'react'
import { Button } from '@/ui/controls/Button'
import { Markdown } from '@/ui/markdown/Markdown'
import styles from './DocText.module.css'

export interface DocTextProps {
  /** Untrusted Markdown. */
  text: string
  /** The level that the text's own first heading becomes. */
  headingLevel?: 2 | 3 | 4
  /** Cuts a long text until somebody wants all of it. */
  clamp?: boolean
}

const longText = 900
const longLines = 14

/** A description or card, drawn safely; a long one opens on request. */
export function DocText({ text, headingLevel = 3, clamp = false }: DocTextProps) {
  const [open, setOpen] = useState(false)
  const long = clamp && (text.length > longText || text.split('\n').length > longLines)
  if (!long) return <Markdown text={text} headingLevel={headingLevel} />
  return (
    <>
      <div className={open ? undefined : styles['cut']}>
        <Markdown text={text} headingLevel={headingLevel} />
      </div>
      <Button size="small" variant="quiet" className={styles['more']} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? 'Show less' : 'Show all'}
      </Button>
    </>
  )
}
