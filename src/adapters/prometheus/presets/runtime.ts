import { coreSignals, type SignalName } from '@/domain/signal'
import type { Preset, SignalQuery, UnsupportedSignal } from '@/adapters/prometheus/preset'
import { scrapeProbe } from '@/adapters/prometheus/scrapeInterval'
import { modeldeck } from './modeldeck'

/** A serving runtime by what its metrics say; what they do not say is filled in with the reason. */
export interface Runtime extends Omit<Preset, 'signals' | 'scrapeProbe'> {
  signals: Readonly<Partial<Record<SignalName, SignalQuery | UnsupportedSignal>>>
  /** A metric that is always there with traffic: how often it is scraped tells the interval. */
  probe: string
}

/** A preset of a runtime that serves, and neither scores its answers nor compares its inputs. */
export function runtimePreset({ signals, probe, ...rest }: Runtime): Preset {
  // The convention has every signal, so that none is forgotten here.
  const all = { ...modeldeck.signals, ...signals }
  for (const name of coreSignals) all[name] = signals[name] ?? { reason: lack(name, rest.title) }
  return { ...rest, signals: all, scrapeProbe: scrapeProbe(probe) }
}

function lack(name: SignalName, title: string): string {
  if (name.startsWith('quality_')) return `${title} does not know whether its answers were right: what measures it has other metrics.`
  if (name === 'drift') return `${title} does not compare its inputs with those of the training: what measures it has other metrics.`
  if (name === 'in_flight') return `${title} does not count the requests of a model that it is working on.`
  return `The metrics of ${title} do not say it.`
}
