import { lazy, Suspense } from 'react'
import { IconFlask } from '@tabler/icons-react'
import type { DemoControls } from '@/app/demo'
import { Popover } from '@/ui/controls/Popover'
import styles from './DemoButton.module.css'

const DemoPanel = lazy(async () => ({ default: (await import('./DemoPanel')).DemoPanel }))

/** Always visible in the demo: nobody takes its numbers for real ones. */
export function DemoButton({ demo }: { demo: DemoControls }) {
  return (
    <Popover
      title="Demo"
      buttonClassName={styles['badge']}
      button={
        <>
          <IconFlask size={15} aria-hidden /> Demo
        </>
      }
    >
      {(close) => (
        <Suspense fallback={null}>
          <DemoPanel demo={demo} onLeave={close} />
        </Suspense>
      )}
    </Popover>
  )
}
