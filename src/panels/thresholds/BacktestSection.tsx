import { lazy, Suspense, useState } from 'react'
import type { ServedModel } from '@/domain/model'
import type { ThresholdRule } from '@/domain/thresholds/rule'
import { noMonitoring } from '@/panels/charts/useSignal'
import { useMonitoring } from '@/queries/sources'
import { ToggleChip } from '@/ui/controls/ToggleChip'
import { Skeleton } from '@/ui/frame/Skeleton'
import { limitLabel } from './ruleWords'
import styles from './Thresholds.module.css'

const BacktestPanel = lazy(async () => ({ default: (await import('./BacktestPanel')).BacktestPanel }))

export interface BacktestSectionProps {
  model: ServedModel
  /** The limits as they are edited, and as they are saved. Give the same lists again, not equal ones. */
  rules: readonly ThresholdRule[]
  saved: readonly ThresholdRule[]
}

/** Tries a limit on the model's last 30 days before it is saved. Nothing is asked before somebody chooses one. */
export function BacktestSection({ model, rules, saved }: BacktestSectionProps) {
  const monitoring = useMonitoring()
  const [chosen, setChosen] = useState<string | null>(null)
  const rule = rules.find(({ name }) => name === chosen)
  if (monitoring === null) return <p className={styles['quiet']}>{noMonitoring}</p>
  if (rules.length === 0) return <p className={styles['quiet']}>No figure of monitoring has a limit yet: set one above.</p>
  return (
    <div className={styles['section']}>
      <div role="group" aria-label="Try a limit on the last 30 days" className={styles['chips']}>
        {rules.map(({ name }) => (
          <ToggleChip key={name} pressed={name === chosen} onToggle={() => setChosen(name === chosen ? null : name)}>
            {limitLabel(name)}
          </ToggleChip>
        ))}
      </div>
      {rule ? (
        <Suspense fallback={<Skeleton height={320} />}>
          <BacktestPanel key={rule.name} model={model} rule={rule} saved={saved.find(({ name }) => name === rule.name) ?? null} />
        </Suspense>
      ) : (
        <p className={styles['quiet']}>Choose a limit to see how often it would have fired, and when. Monitoring is asked only then.</p>
      )}
    </div>
  )
}
