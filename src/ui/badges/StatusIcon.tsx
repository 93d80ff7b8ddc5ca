import {
  IconAlertTriangleFilled,
  IconCheck,
  IconCircleDashed,
  IconClockExclamation,
  IconSquareRoundedXFilled,
} from '@tabler/icons-react'
import type { Status } from './status'

const icons = {
  failing: IconSquareRoundedXFilled,
  'at-risk': IconAlertTriangleFilled,
  stale: IconClockExclamation,
  'no-data': IconCircleDashed,
  ok: IconCheck,
} as const

/** The mark of a status; each has its own outline, so that it reads without colour. Decorative. */
export function StatusIcon({ status, size = 15 }: { status: Status; size?: number }) {
  const Icon = icons[status]
  return <Icon size={size} aria-hidden stroke={status === 'ok' ? 2.5 : 2} />
}
