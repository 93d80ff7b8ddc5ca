import type { ModelSpec } from '@/demo/world/catalog/modelSpec'
import { between, stream } from '@/demo/world/random'

/** Days since each version was registered; a promoted version is a day or more older than its promotion. */
export function versionAges(seed: string, spec: ModelSpec): ReadonlyMap<number, number> {
  const next = stream(seed, spec.name, 'ages')
  const promoted = new Map<number, number>()
  for (const [version, days] of spec.promotions) promoted.set(version, Math.max(days, promoted.get(version) ?? 0))
  const ages = new Map<number, number>()
  let younger = 0
  for (let version = spec.versions; version >= 1; version--) {
    const jitter = between(next, 0.65, 1.35)
    const wait = between(next, 1, 3)
    const promotion = promoted.get(version)
    const step = version === spec.versions ? 0.4 : 1
    const usual = promotion === undefined ? younger + spec.cadenceDays * step * jitter : promotion + wait
    const age = spec.version?.[version]?.daysOld ?? Math.max(usual, younger + 0.4)
    ages.set(version, age)
    younger = age
  }
  return ages
}
