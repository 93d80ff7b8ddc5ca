import { createAlertmanager } from '@/adapters/alertmanager/index'
import { createMlflow } from '@/adapters/mlflow/index'
import { alertJoin, createPrometheusAlerts, settingsJoin } from '@/adapters/prometheus/alerts'
import { createPrometheus } from '@/adapters/prometheus/index'
import type { Clock } from '@/domain/time'
import type { JoinModels } from '@/ports/alerts'
import type { Sources } from '@/queries/sources'
import { prometheusSettings, type AlertmanagerConfig, type Config, type MlflowConfig } from './config'

/** Makes the adapters that config.json asks for. No request is sent. */
export function connect(config: Config, clock: Clock): Sources {
  const registries = config.sources.filter((source) => source.type === 'mlflow')
  const monitoring = config.sources.filter((source) => source.type === 'prometheus')
  const alertmanagers = config.sources.filter((source) => source.type === 'alertmanager')
  const registryIds = registries.map((source) => source.id)
  const prometheus = monitoring.map((source) => ({ id: source.id, baseUrl: source.url, clock, ...prometheusSettings(source, registryIds) }))
  const byName = settingsJoin({ preset: 'modeldeck', labels: {}, match: [], queries: {}, registryIds })
  const join = joinOf(prometheus.length > 0 ? prometheus.map((options) => alertJoin(options)) : [byName])
  return {
    clock,
    policy: config.policy ?? null,
    dashboards: config.grafana ?? null,
    registries: registries.map((source) => connectMlflow(source, config, clock)),
    monitoring: prometheus.map((options) => createPrometheus(options)),
    alerts: [
      ...alertmanagers.map((source) => connectAlertmanager(source, config, clock, join)),
      ...prometheus.map((options) => createPrometheusAlerts(options)),
    ],
  }
}

function connectAlertmanager(source: AlertmanagerConfig, config: Config, clock: Clock, join: () => Promise<JoinModels>) {
  const readOnly = config.readOnly === true || source.readOnly === true
  return createAlertmanager({ id: source.id, baseUrl: source.url, readOnly, clock, join })
}

/** An Alertmanager hears of alerts from any Prometheus: the labels count as the first one reads them that finds a model. */
function joinOf(ways: readonly (() => Promise<JoinModels>)[]): () => Promise<JoinModels> {
  return async () => {
    const makers = await Promise.all(ways.map((way) => way()))
    return (models) => {
      const joins = makers.map((make) => make(models))
      return {
        notes: [...new Set(joins.flatMap(({ notes }) => notes))],
        find: (labels) => joins.map((join) => join.find(labels)).find((found) => found.length > 0) ?? [],
      }
    }
  }
}

function connectMlflow(source: MlflowConfig, config: Config, clock: Clock) {
  return createMlflow({
    id: source.id,
    baseUrl: source.url,
    webUrl: source.webUrl === undefined ? source.url : source.webUrl,
    aliasNames: {
      production: source.aliases?.production ?? 'champion',
      candidate: source.aliases?.candidate ?? 'challenger',
    },
    readOnly: config.readOnly === true || source.readOnly === true,
    metricNames: source.metricNames ?? {},
    clock,
  })
}
