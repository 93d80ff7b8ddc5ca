import type { CacheSpec } from '@/demo/world/catalog/modelSpec'
import { outcomes, type Outcome } from './behaviour'
import type { Family, Reading, SeriesSource } from './seriesSource'
import type { ServedVersion } from './servedVersion'

const always = [[Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]] as const
/** Features that a request looks up. */
const lookUps = 4

type Result = 'hit' | 'miss'

/** A request whose features are all there is fast; one that is slow had to have some computed. */
const found: Readonly<Record<CacheSpec['kind'], Readonly<Record<Outcome, number>>>> = {
  redis: { fast: 1, slow: 0.6, refused: 0, failed: 0.5, overloaded: 0.25 },
  memcached: { fast: 0.9, slow: 0.35, refused: 0, failed: 0.5, overloaded: 0.25 },
  own: { fast: 0.55, slow: 0.05, refused: 0, failed: 0, overloaded: 0 },
}

interface Store {
  cache: CacheSpec
  versions: readonly ServedVersion[]
}

/** The stores beside the models as their exporters count them, and the caches within them. */
export function storeFamilies(versions: readonly ServedVersion[]): readonly Family[] {
  const models = [...new Set(versions.map(({ model }) => model))]
  const stores = models.flatMap((model): Store[] => {
    const cache = model.spec?.cache
    return cache === undefined ? [] : [{ cache, versions: versions.filter((version) => version.model === model) }]
  })
  const of = (kind: CacheSpec['kind']) => stores.filter(({ cache }) => cache.kind === kind)
  const redis = (name: string, result: Result): Family => ({
    name,
    sources: of('redis').map((store) => ({ labels: { __name__: name, job: 'redis', instance: store.cache.instance }, lives: always, values: counted(store, result) })),
  })
  return [
    redis('redis_keyspace_hits_total', 'hit'),
    redis('redis_keyspace_misses_total', 'miss'),
    {
      name: 'memcached_commands_total',
      sources: of('memcached').flatMap((store) =>
        (['hit', 'miss'] as const).map((status) => ({
          labels: { __name__: 'memcached_commands_total', job: 'memcached', instance: store.cache.instance, command: 'get', status },
          lives: always,
          values: counted(store, status),
        })),
      ),
    },
    {
      name: 'model_cache_requests_total',
      sources: of('own').flatMap((store) =>
        store.versions.flatMap((version) =>
          (['hit', 'miss'] as const).map((result) => ({
            labels: { __name__: 'model_cache_requests_total', ...version.target, result },
            lives: version.ledger.lives(),
            values: counted({ ...store, versions: [version] }, result),
          })),
        ),
      ),
    },
  ]
}

function counted({ cache, versions }: Store, result: Result): SeriesSource['values'] {
  const weights = outcomes.map((outcome) => lookUps * (result === 'hit' ? found[cache.kind][outcome] : 1 - found[cache.kind][outcome]))
  return (times: Float64Array, reading: Reading) => {
    const columns = versions.map(({ ledger }) => reading.outcomes(ledger, times))
    return times.map((_, i) =>
      Math.floor(columns.reduce((sum, ofVersion) => sum + weights.reduce((own, weight, k) => own + weight * (ofVersion[k]?.[i] ?? 0), 0), 0) + 1e-6),
    )
  }
}
