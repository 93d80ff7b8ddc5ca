import { IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import type { PlacedChange } from '@/domain/change'
import { changeRows, toCsv, toJson } from '@/domain/changeExport'
import { useClock } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { slug } from '@/ui/format/slug'
import { downloadText } from './download'
import styles from './ExportButtons.module.css'

export interface ExportButtonsProps {
  /** What is exported: what is shown, filters included. */
  changes: readonly PlacedChange[]
  /** What they are of, for the name of the file. */
  of: string
}

/** The decisions that are shown, as a file. */
export function ExportButtons({ changes, of }: ExportButtonsProps) {
  const clock = useClock()
  const [said, setSaid] = useState('')
  const save = (extension: 'csv' | 'json') => {
    const day = new Date(clock.now()).toISOString().slice(0, 10)
    const name = `${[slug(of), 'decisions', day].filter(Boolean).join('-')}.${extension}`
    // The mark tells spreadsheets that it is UTF-8.
    if (extension === 'csv') downloadText(name, 'text/csv;charset=utf-8', `\uFEFF${toCsv(changeRows(changes))}`)
    else downloadText(name, 'application/json', toJson(changes))
    setSaid(`${changes.length} ${changes.length === 1 ? 'decision' : 'decisions'} written to ${name}`)
  }
  return (
    <div className={`${styles['buttons'] ?? ''} no-print`} role="group" aria-label="Export">
      <IconDownload size={15} aria-hidden />
      {(['csv', 'json'] as const).map((extension) => (
        <Button
          key={extension}
          size="small"
          disabled={changes.length === 0}
          aria-label={`Export ${extension.toUpperCase()}`}
          onClick={() => save(extension)}
        >
          {extension.toUpperCase()}
        </Button>
      ))}
      <output className="sr-only">{said}</output>
    </div>
  )
}
