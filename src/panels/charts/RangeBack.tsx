import { IconZoomOut } from '@tabler/icons-react'
import { useTimeRange } from '@/panels/timeControls'
import { useClock } from '@/ui/clock'
import { Button } from '@/ui/controls/Button'
import { useTimeZone } from '@/ui/timeZone'
import { rangeText } from './rangeText'
import styles from './RangeBack.module.css'
import type { Zoom } from './useZoom'

/** Says which stretch the charts are zoomed to, and leads back. Draws nothing while they are not zoomed. */
export function RangeBack({ back }: Pick<Zoom, 'back'>) {
  const [range] = useTimeRange()
  const clock = useClock()
  const [zone] = useTimeZone()
  if (back === null) return null
  return (
    <div className={styles['back']}>
      <span className={styles['range']}>{rangeText(range, clock.now(), zone)}</span>
      <Button size="small" icon={<IconZoomOut size={14} aria-hidden />} onClick={back.go}>
        {back.label}
      </Button>
    </div>
  )
}
