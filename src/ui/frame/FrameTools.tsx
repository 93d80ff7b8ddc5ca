import { IconCode, IconLink, IconMaximize, IconTable } from '@tabler/icons-react'
import type { RefObject } from 'react'
import { IconButton } from '@/ui/controls/IconButton'
import styles from './PanelFrame.module.css'

export interface FrameToolsProps {
  panel: RefObject<HTMLElement | null>
  id: string
  /** `undefined`: this panel has no table. */
  asTable: boolean | undefined
  onTable: () => void
  withQuery: boolean | undefined
  onQuery: () => void
  onSaid: (words: string) => void
}

/** The buttons that each panel has. */
export function FrameTools({ panel, id, asTable, onTable, withQuery, onQuery, onSaid }: FrameToolsProps) {
  const copyLink = () => {
    const url = new URL(window.location.href)
    url.hash = id
    const written = navigator.clipboard?.writeText(url.href) ?? Promise.reject(new Error('no clipboard'))
    written.then(
      () => onSaid('Link copied'),
      () => onSaid(`The browser refused to copy ${url.href}`),
    )
  }
  const toggleFull = () => {
    const change = document.fullscreenElement === null ? panel.current?.requestFullscreen() : document.exitFullscreen()
    change?.catch(() => onSaid('The browser refused full screen'))
  }
  return (
    <div className={`${styles['tools'] ?? ''} no-print`}>
      {asTable !== undefined && (
        <IconButton label="Show as table" pressed={asTable} onClick={onTable} icon={<IconTable size={16} aria-hidden />} />
      )}
      {withQuery !== undefined && (
        <IconButton label="Show the query" pressed={withQuery} onClick={onQuery} icon={<IconCode size={16} aria-hidden />} />
      )}
      <IconButton label="Copy link" onClick={copyLink} icon={<IconLink size={16} aria-hidden />} />
      {document.fullscreenEnabled && (
        <IconButton label="Full screen" onClick={toggleFull} icon={<IconMaximize size={16} aria-hidden />} />
      )}
    </div>
  )
}
