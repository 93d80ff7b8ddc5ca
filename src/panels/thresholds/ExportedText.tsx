import { IconDownload } from '@tabler/icons-react'
import { downloadText } from '@/panels/history/download'
import type { ExportedFile } from '@/ports/alertExport'
import { Button } from '@/ui/controls/Button'
import { CopyButton } from '@/ui/controls/CopyButton'
import styles from './Thresholds.module.css'

/** A file to read, to copy and to download. */
export function ExportedText({ file: { name, text } }: { file: ExportedFile }) {
  return (
    <div className={styles['file']}>
      <div className={styles['fileHead']}>
        <code className={styles['fileName']}>{name}</code>
        <CopyButton text={text} label="Copy the file" withText />
        <Button size="small" icon={<IconDownload size={15} aria-hidden />} aria-label={`Download ${name}`} onClick={() => downloadText(name, 'application/yaml', text)}>
          Download
        </Button>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- scrolls, so the keyboard must reach it */}
      <pre className={styles['text']} tabIndex={0} role="group" aria-label={name}>
        {text}
      </pre>
    </div>
  )
}
