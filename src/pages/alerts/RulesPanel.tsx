import { useState } from 'react'
import type { AlertRule } from '@/domain/alerts/alert'
import { severityText } from '@/panels/alerts/alertWords'
import { durationWords } from '@/domain/words'
import { Button } from '@/ui/controls/Button'
import type { Loadable } from '@/ui/frame/loadable'
import { PanelFrame } from '@/ui/frame/PanelFrame'
import styles from './AlertsPage.module.css'

const most = 12

/** The alerting rules, those that cannot be evaluated first: such a rule never fires. */
export function RulesPanel({ state }: { state: Loadable<readonly AlertRule[]> & { configured: boolean } }) {
  const [all, setAll] = useState(false)
  return (
    <PanelFrame
      title="Rules"
      state={state}
      headingLevel={2}
      minHeight={120}
      notConfigured={state.configured ? undefined : 'Rules are evaluated by Prometheus: add it under “sources” in config.json.'}
      isEmpty={(rules) => rules.length === 0}
      emptyText="Prometheus has no alerting rule: whatever happens, nobody is told. Rules stand in the files that its “rule_files” names."
    >
      {(rules) => (
        <>
          <ul className={styles['rules']} aria-label="Rules">
            {sorted(rules)
              .slice(0, all ? undefined : most)
              .map((rule) => (
                <Rule key={`${rule.group}/${rule.name}/${rule.query}`} rule={rule} />
              ))}
          </ul>
          {rules.length > most && !all && (
            <Button variant="quiet" size="small" onClick={() => setAll(true)}>
              Show all {rules.length} rules
            </Button>
          )}
        </>
      )}
    </PanelFrame>
  )
}

const stateRank = { firing: 1, pending: 2, inactive: 3, unknown: 4 } as const

function rank({ error, state }: AlertRule): number {
  return error === null ? stateRank[state] : 0
}

function sorted(rules: readonly AlertRule[]): readonly AlertRule[] {
  return rules.toSorted((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name))
}

function Rule({ rule }: { rule: AlertRule }) {
  return (
    <li className={styles['rule']} data-broken={rule.error !== null || undefined}>
      <span className={styles['ruleName']}>
        <bdi>{rule.name}</bdi>
      </span>
      <span className={styles['ruleState']}>{rule.error === null ? rule.state : 'cannot be evaluated'}</span>
      <span className={styles['quiet']}>
        {severityText(rule.severity)}
        {rule.forMs > 0 ? ` · for ${durationWords(rule.forMs)}` : ' · at once'} · <bdi>{rule.group}</bdi>
      </span>
      <code className={styles['query']}>{rule.query}</code>
      {rule.error !== null && <p className={styles['ruleError']}>It never fires: {rule.error}</p>}
    </li>
  )
}
