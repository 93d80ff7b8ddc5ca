import { IconAlertTriangleFilled, IconCheck, IconLoader2, IconMinus, IconQuestionMark, IconSquareRoundedXFilled } from '@tabler/icons-react'
import type { Check } from '@/domain/gate/assessment'
import type { VersionRef } from '@/domain/version'
import { Coded } from '@/panels/version/Coded'
import type { CheckRow } from '@/panels/evidence/gathered'
import { AppLink } from '@/ui/AppLink'
import { TextArea } from '@/ui/controls/TextArea'
import styles from './CheckList.module.css'
import { levelWords, verdictWords } from './decisionWords'
import { evidencePath } from './evidencePath'

const icons = {
  pass: IconCheck,
  warn: IconAlertTriangleFilled,
  fail: IconSquareRoundedXFilled,
  unknown: IconQuestionMark,
  'not-applicable': IconMinus,
} as const

export interface CheckItemProps {
  row: CheckRow
  version: VersionRef
  override: string
  onOverride: (reason: string) => void
  disabled: boolean
}

/** One check: icon, word, what was found, why it says so; where it blocks and may be overridden, the field for the reason. */
export function CheckItem({ row, version, override, onOverride, disabled }: CheckItemProps) {
  if (row.waiting) {
    return (
      <li className={styles['item']} data-verdict="waiting">
        <IconLoader2 size={15} aria-hidden className={styles['icon']} />
        <p className={styles['line']}>
          <span className={styles['title']}>{row.title}</span> <span className={styles['word']}>Checking</span>
        </p>
      </li>
    )
  }
  const Icon = icons[row.verdict]
  const quiet = row.verdict === 'not-applicable'
  return (
    <li className={styles['item']} data-verdict={row.verdict} data-blocking={row.blocking || undefined}>
      <Icon size={15} aria-hidden stroke={2.5} className={styles['icon']} />
      <div className={styles['body']}>
        <p className={styles['line']}>
          <span className={styles['title']}>{row.title}</span>
          <span className={styles['word']}>{verdictWords[row.verdict]}</span>
          <Found check={row} />
        </p>
        <p className={styles['sentence']}>
          {!(row.verdict === 'pass' && row.value === '') && <Coded text={row.sentence} />}{' '}
          {!quiet && <span className={styles['level']}>{row.blocking ? <strong>Blocks: {levelWords(row.level)}</strong> : levelWords(row.level)}</span>}{' '}
          <Evidence check={row} version={version} />
        </p>
        {row.blocking && row.overridable && (
          <div className={styles['override']}>
            <TextArea
              label={`Override “${row.title}” because`}
              rows={2}
              value={override}
              maxLength={500}
              disabled={disabled}
              onChange={(event) => onOverride(event.currentTarget.value)}
            />
          </div>
        )}
      </div>
    </li>
  )
}

function Found({ check: { value, threshold, verdict } }: { check: Check }) {
  if (value === '' && threshold === '') return null
  return (
    <span className={styles['found']}>
      {value !== '' && <span className={styles['value']}>{value}</span>}
      {threshold !== '' && verdict !== 'not-applicable' && <span className={styles['threshold']}>asked: {threshold}</span>}
    </span>
  )
}

function Evidence({ check, version }: { check: Check; version: VersionRef }) {
  const path = check.evidence === undefined ? null : evidencePath(check.evidence, version)
  if (path === null) return null
  return (
    <AppLink to={path} className={styles['link']} aria-label={`Evidence of “${check.title}”`}>
      Evidence ›
    </AppLink>
  )
}
