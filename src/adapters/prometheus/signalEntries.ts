import type { SignalName } from '@/domain/signal'
import { loaded } from '@/adapters/loaded'
import type { CompleteSignals } from './operations/completeSignals'
import type { SignalQuery, UnsupportedSignal } from './preset'
import type { ResolvedSettings } from './settings'

/** The queries in use, of which those that only a model's page asks are loaded when the first of them is. */
export function createSignalEntries(id: string) {
  let signalsInUse: ((settings: ResolvedSettings) => CompleteSignals) | null = null
  const known = (settings: ResolvedSettings, name: SignalName): SignalQuery | UnsupportedSignal | undefined =>
    signalsInUse === null ? settings.signals[name] : signalsInUse(settings)[name]
  return {
    /** `undefined`: not loaded yet. */
    known,
    /** Rejects with SourceError. */
    async get(settings: ResolvedSettings, name: SignalName): Promise<SignalQuery | UnsupportedSignal> {
      // An override needs what it replaces.
      const own = settings.overridden.includes(name) ? undefined : settings.signals[name]
      if (own !== undefined) return own
      signalsInUse ??= (await loaded(id, import('./operations/completeSignals'))).signalsInUse
      return signalsInUse(settings)[name]
    },
  }
}
