import type { SignalQuery } from '@/adapters/prometheus/preset'
import { rateOf } from '@/adapters/prometheus/presets/formulas'
import { convention } from './convention'

const redis = rateOf('redis_keyspace_hits_total')
const cached = (matchers: string) => rateOf('model_cache_requests_total', matchers)

/** How often what a model looks up is there already: in its own cache, or in a store beside it. No value without look-ups. */
export const storeSignals = {
  cache_hit_ratio: { query: `(${cached('result="hit"')} or 0 * ${cached('')}) / (${cached('')} > 0)`, combine: 'min', ...convention },
  /** https://github.com/oliver006/redis_exporter */
  redis_hit_ratio: {
    query: `${redis} / (${redis} + ${rateOf('redis_keyspace_misses_total')} > 0)`,
    combine: 'min',
    scope: 'cache',
    exporter: 'redis_exporter exports them',
  },
  /** https://github.com/prometheus/memcached_exporter */
  memcached_hit_ratio: {
    query: `${rateOf('memcached_commands_total', 'command="get", status="hit"')} / (${rateOf('memcached_commands_total', 'command="get"')} > 0)`,
    combine: 'min',
    scope: 'cache',
    exporter: 'memcached_exporter exports them',
  },
} satisfies Record<string, SignalQuery>
