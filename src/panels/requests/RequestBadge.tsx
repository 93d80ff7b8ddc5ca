import { IconCheck, IconCircleCheck, IconHourglassLow, IconX, IconArrowBackUp } from '@tabler/icons-react'
import type { RequestStatus } from '@/domain/request'
import styles from './RequestBadge.module.css'
import { requestStatusWords } from './requestWords'

const icons: Readonly<Record<RequestStatus, typeof IconCheck>> = {
  requested: IconHourglassLow,
  approved: IconCircleCheck,
  rejected: IconX,
  withdrawn: IconArrowBackUp,
  done: IconCheck,
}

/** How a request stands: icon, word and colour. */
export function RequestBadge({ status }: { status: RequestStatus }) {
  const Icon = icons[status]
  return (
    <span className={styles['badge']} data-status={status}>
      <Icon size={14} aria-hidden />
      {requestStatusWords[status]}
    </span>
  )
}
