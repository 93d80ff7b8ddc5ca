import { createMlflow } from '@/adapters/mlflow/index'
import { createPrometheus } from '@/adapters/prometheus/index'
import type { Clock } from '@/domain/time'
import type { Sources } from '@/queries/sources'
import { prometheusSettings, type Config, type MlflowConfig } from './config'

/** Makes the adapters that config.json asks for. No request is sent. */
export function connect(config: Config, clock: Clock): Sources {
  const registries = config.sources.filter((source) => source.type === 'mlflow')
  const monitoring = config.sources.filter((source) => source.type === 'prometheus')
  const registryIds = registries.map((source) => source.id)
  return {
    clock,
    policy: config.policy ?? null,
    registries: registries.map((source) => connectMlflow(source, config, clock)),
    monitoring: monitoring.map((source) =>
      createPrometheus({ id: source.id, baseUrl: source.url, clock, ...prometheusSettings(source, registryIds) }),
    ),
  }
}

function connectMlflow(source: MlflowConfig, config: Config, clock: Clock) {
  return createMlflow({
    id: source.id,
    baseUrl: source.url,
    webUrl: source.webUrl ?? source.url,
    aliasNames: {
      production: source.aliases?.production ?? 'champion',
      candidate: source.aliases?.candidate ?? 'challenger',
    },
    readOnly: config.readOnly === true || source.readOnly === true,
    metricNames: source.metricNames ?? {},
    clock,
  })
}
