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
  if (row.verdict === 'not-applicable') {
    return (
      <li className={styles['item']} data-verdict={row.verdict}>
        <Icon size={15} aria-hidden className={styles['icon']} />
        <p className={styles['sentence']}>
          <span className={styles['title']}>{row.title}</span> does not apply: <Coded text={lowerFirst(row.sentence)} />
        </p>
      </li>
    )
  }
  return (
    <li className={styles['item']} data-verdict={row.verdict} data-blocking={row.blocking || undefined}>
      <Icon size={15} aria-hidden stroke={2.5} className={styles['icon']} />
      <div className={styles['body']}>
        <p className={styles['line']}>
          <span className={styles['title']}>{row.title}</span>
          {row.value !== '' && <span className={styles['value']}>{row.value}</span>}
        </p>
        <p className={styles['sentence']}>
          <span className={styles['word']}>{verdictWords[row.verdict]}.</span> <Coded text={row.sentence} />{' '}
          {row.threshold !== '' && <span className={styles['part']}>asked: {row.threshold}</span>}{' '}
          <span className={styles['part']}>{row.blocking ? <strong>blocks, {levelWords(row.level)}</strong> : levelWords(row.level)}</span>{' '}
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

/** A sentence that goes on after a colon; `F1` and other names keep their capital. */
function lowerFirst(sentence: string): string {
  return /^[A-Z][a-z]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence
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
