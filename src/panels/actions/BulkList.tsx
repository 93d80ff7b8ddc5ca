import { IconAlertTriangleFilled, IconCheck, IconLoader2, IconMinus, IconSquareRoundedXFilled } from '@tabler/icons-react'
import { trafficWords } from '@/domain/retirement'
import { versionWords } from '@/domain/words'
import type { Traffic } from '@/panels/evidence/useTraffic'
import type { BulkRow } from './bulkRows'
import styles from './Retirement.module.css'
import type { BulkState } from './useBulkRun'

export interface BulkListProps {
  rows: readonly BulkRow[]
  traffic: Traffic
  states: ReadonlyMap<string, BulkState>
}

const icons = { blocked: IconAlertTriangleFilled, free: IconCheck, out: IconMinus, waiting: IconLoader2, writing: IconLoader2, done: IconCheck, failed: IconSquareRoundedXFilled } as const

/** The versions of a bulk retirement: what each still serves, what speaks against it, and what became of it. */
export function BulkList({ rows, traffic, states }: BulkListProps) {
  return (
    <ul className={styles['versions']} aria-label="Versions" aria-live="polite">
      {rows.map((row) => {
        const { version, leftOut, waiting, blocking } = row
        const name = version.ref.version
        const state = states.get(name)
        const kind = state?.status ?? (leftOut !== null ? 'out' : waiting ? 'waiting' : blocking.length > 0 ? 'blocked' : 'free')
        const Icon = icons[kind]
        return (
          <li key={name} className={styles['version']} data-kind={kind}>
            <Icon size={15} aria-hidden />
            <strong>{versionWords(name)}</strong>
            <span>{state?.sentence ?? wordsOf(row, traffic)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function wordsOf({ version, leftOut, waiting, blocking }: BulkRow, traffic: Traffic): string {
  if (leftOut !== null) return `Left out: ${leftOut}`
  if (waiting) return 'Checking …'
  if (blocking.length > 0) return `Blocked: ${blocking.map(({ sentence }) => sentence).join(' ')}`
  const calls = traffic.of(version.ref.version, 'month')
  if (traffic.unasked !== null || calls === undefined) return 'Nothing speaks against it.'
  return `Last 30 days: ${trafficWords(calls)}.`
}
