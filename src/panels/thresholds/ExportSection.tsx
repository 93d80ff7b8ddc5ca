import { lazy, Suspense, useState } from 'react'
import { IconFileExport } from '@tabler/icons-react'
import type { LimitedModel } from '@/ports/alertExport'
import { Button } from '@/ui/controls/Button'
import { Skeleton } from '@/ui/frame/Skeleton'
import styles from './Thresholds.module.css'

const RuleExport = lazy(async () => ({ default: (await import('./RuleExport')).RuleExport }))

export interface ExportSectionProps {
  limited: readonly LimitedModel[]
  /** Beside what the export itself says. */
  notes?: readonly string[]
}

/** Limits as files that tell somebody when nobody looks here. Nothing is written before somebody asks for them. */
export function ExportSection({ limited, notes }: ExportSectionProps) {
  const [open, setOpen] = useState(false)
  return (
    <div className={styles['section']}>
      <div className={styles['offer']}>
        <p className={styles['quiet']}>
          Modeldeck tells of alerts only while it is open. Exported, the limits are rules that Prometheus evaluates at any time, and Alertmanager sends its mail and posts to Slack.
        </p>
        <Button size="small" icon={<IconFileExport size={15} aria-hidden />} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Hide the files' : 'Export as alert rules'}
        </Button>
      </div>
      {open && (
        <Suspense fallback={<Skeleton height={320} />}>
          <RuleExport limited={limited} notes={notes ?? []} />
        </Suspense>
      )}
    </div>
  )
}
