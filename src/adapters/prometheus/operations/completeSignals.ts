import { operationSignals, type OperationSignal, type SignalName } from '@/domain/signal'
import type { PresetSignals, SignalQuery, UnsupportedSignal } from '@/adapters/prometheus/preset'
import { override, type ResolvedSettings } from '@/adapters/prometheus/settings'
import { kubernetesSignals } from './kubernetes'
import { scheduleSignals } from './schedules'
import { storeSignals } from './stores'

/** How each is asked for, unless a runtime has metrics of its own for it. Not in the first load: only a model's page asks. */
export const operationQueries: Readonly<Record<OperationSignal, SignalQuery>> = { ...kubernetesSignals, ...storeSignals, ...scheduleSignals }

export type CompleteSignals = Readonly<Record<SignalName, SignalQuery | UnsupportedSignal>>

/** The signals of a preset, none missing. */
export function completeSignals(signals: PresetSignals): CompleteSignals {
  return { ...operationQueries, ...signals }
}

/** The signals that are in use; a query of config.json's own keeps the labels of the one that it replaces. */
export function signalsInUse({ signals, overridden, preset }: Pick<ResolvedSettings, 'signals' | 'overridden' | 'preset'>): CompleteSignals {
  const complete: Record<SignalName, SignalQuery | UnsupportedSignal> = { ...completeSignals(signals) }
  for (const name of operationSignals) {
    const own = signals[name]
    if (own === undefined || 'reason' in own || !overridden.includes(name) || preset?.signals[name] !== undefined) continue
    complete[name] = override(own.query, name, operationQueries[name])
  }
  return complete
}
