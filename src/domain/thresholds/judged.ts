import type { SignalName } from '@/domain/signal'

/** The statistic that limits of drift are for. */
export const driftStat = 'psi'

/** Of what a signal answers, that which its limits are for: of several statistics of drift only one. */
export function judgedOf<T>(signal: SignalName, all: readonly T[], labelsOf: (one: T) => Readonly<Record<string, string>>): readonly T[] {
  if (signal !== 'drift') return all
  const psi = all.filter((one) => labelsOf(one)['stat'] === driftStat)
  return psi.length > 0 ? psi : all
}
